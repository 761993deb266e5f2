"""Events that make news, in words of both languages: arrests, deaths, resignations, sales, strikes and their like.

One line an event: `name: French verbs | French nouns | French locutions | words of English that tell it or a cousin`.

Verbs are infinitives, and any of their forms counts; `!` after one: only in the passive, « a été arrêté »; `@`: only where
it is said of people; `~`: not where it is reflexive; `<`: only where it is. Nouns are singular. Locutions are patterns of words,
a semicolon between two. English words are beginnings, `sack` for "sacked", closed by a full stop where nothing may
follow; an underscore stands for a space. They are told widely: each is a word that a good draft may have rendered so.
"""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re
from typing import NamedTuple

__all__ = ["EVENTS", "KINDRED", "OF_NOUN", "OF_VERB", "Event"]

_JUSTICE = r"""
arrest: arrêter!@ appréhender! interpeller! menotter / arrestation interpellation / gardes? à vue;coups? de filet / arrest detain detention custod apprehend jail imprison prison captur caught nab. nabbed handcuff rounded_up picked_up taken_in seized (?:was|were|been|being|is|are)_held_(?:in|by|for|over|without|on|at)
jail: écrouer incarcérer emprisonner / incarcération emprisonnement / en prison;derrière les barreaux;en détention provisoire;(?:placée?s?|maintenue?s?|mise?s?) en détention;sous les verrous / jail imprison prison incarcerat custod detain detention behind_bars locked_up locking_up remand cell. cells inmate sentenc arrest in_the_dock
charge: inculper / inculpation / mise?s? en examen;mise?s? en accusation;poursuivie?s? en justice / indict prosecut accus arraign formal_investigation under_investigation criminal_investigation judicial_investigation charged charges_(?:of|against|over|for|that) charging_(?:him|her|them) criminal_charge press(?:ed|ing)?_charges fac(?:e|es|ed|ing)_(?:\w+_){0,3}charges
convict: condamner / condamnation / reconnue?s? coupables?;plaid\w+ coupable / convict condemn sentenc guilty fine. fined fines fining jail imprison denounc critici decr blast slam deplor verdict doom damages penalt must_pay to_pay ruled ruling lambast rebuk censur outrag liable lost_(?:his|her|its|their)_case ordered
acquit: acquitter~ relaxer! innocenter disculper blanchir! / acquittement relaxe non-lieu / mise?s? hors de cause;lavée?s? de tout soupçon / acquit clear exonerat dismiss not_guilty innocen absolv vindicat launder threw_out thrown_out drop whitewash blam not_(?:responsible|at_fault|liable) rul(?:e|ed|es|ing)_out intact
free: relâcher! libérer!@ / libération / remise?s? en liberté;recouvr\w+ la liberté;liberté conditionnelle;sous caution / releas free. freed freeing frees let_go let_out bail. liberat out_of_prison out_of_jail parol discharg walked_out unleash vacat dump emit emission spill
deport: expulser extrader refouler / expulsion extradition refoulement / reconduite?s? à la frontière / evict deport expel expuls extradit kick throw thrown threw remov turned_away turn_away turning_away push_back pushed_back pushback oust eject forced_out drive_out driven_out sent_back sent_home
sue: / procès / port\w+ plainte;dépos\w+ (?:une |des |\w+ )?(?:nouvelle )?plaintes?;(?:sais(?:i|ir|it|issent|irent|ira|ie)|sont saisis?) (?:la justice|le tribunal|un tribunal|la cour|le juge);assign\w+ (?:\w+ ){0,4}(?:en justice|devant);intent\w+ (?:une|un) (?:action|procès|recours);engag\w+ des poursuites;(?:attaqu|traîn|poursui)\w+ (?:\w+ ){0,3}en justice;en diffamation / sue. sued sues suing suit. suits lawsuit complain court legal litigat challeng tribunal prosecut cases filed filing trial. trials plaintiff judge petition claim hearing (?<!in_)case. (?:in_)(?:this|that|the|his|her|their)_case
withdrawn: / désistement / (?:retir|abandonn)\w+ (?:sa|leur|la|les|ses|leurs|une) (?:plaintes?|poursuites?);(?:se |s[’']est |s[’']être |se sont )désist\w+;renonc\w+ (?:à sa plainte|aux? poursuites?|à ses poursuites|à porter plainte);class\w+ (?:\w+ ){0,2}sans suite;class\w+ (?:l[’']affaire|l[’']enquête|le dossier|(?:cette|son|sa|une|la|leur) (?:affaire|enquête|plainte));abandonn\w+ (?:les|ses|leurs|toutes) poursuites / (?:case|charge|complaint|suit|lawsuit|claim|probe|investigation|inquiry)s?_(?:was|were|has_been|have_been|had_been)_(?:\w+_)?(?:dropp|withdrawn|dismiss|clos|shelv|settl|abandon) (?:withdr\w+|dropp\w+|drops?|dropping|dismissed|abandon\w*|settl\w+|threw|thrown|shelv\w+|closed|closing|ended)[^.;]{0,60}?_(?:complaint|suit|lawsuit|case|charge|claim|action|prosecution|investigation|probe|inquiry|appeal|it)s?.
appeal: / pourvoi / f(?:ait|ont|era|eront|erait|aisait|aire|aisant|aits?) (?:aussitôt |aussi |donc )?appel(?! (?:à|aux?|d[eu])\b);interjet\w+ appel;pourv\w+ en cassation;(?:a|ont|avait|avaient) (?:\w+ )?fait appel(?! (?:à|aux?)\b) / appeal challeng contest higher_court supreme_court overturn court_of
settle: transiger / transaction / (?:règlement|accord|arrangement) (?:à l[’'])?amiable;régl\w+ (?:\w+ ){0,4}à l[’']amiable / settl out_of_court agree deal. deals mediat compromis transact payment exchang purchas trade trading sale
search: perquisitionner / perquisition / / search raid warrant sweep. sweeps swept swoop ransack rummag descended
seize: confisquer réquisitionner / confiscation réquisition / (?:a|ont|avait|avaient) (?:aussi |également |\w+ment )?saisi (?:des|les|\d[\d ]*|deux|trois|quatre|cinq|dix|plusieurs|son|sa|ses|leurs?|ces|quelque)\b(?! (?:juges?|tribuna\w+|cours?|conseils?|justice));(?:été|sont|est) saisie?s? (?:par la (?:police|douane|justice)|lors|chez|à (?:son|leur) domicile) / seiz confiscat impound requisition recover took_away taken_away captur caught haul grab commandeer requir order
pardon: gracier amnistier / amnistie / / pardon amnest clemen forgiv commut
inquiry: / perquisition / (?:ouv|lanc|diligent)\w+ (?:\w+ )?une (?:\w+ )?(?:enquête|information judiciaire);enquête(?: \w+)? (?:est|a été|était|avait été) ouverte / investigat inquir prob look_into looking_into looked_into looks_into examin inspect audit review scrutin case. cases opened survey stud poll
corrupt: corrompre soudoyer / corruption pot-de-vin pots-de-vin / / corrupt brib kickback graft. backhander sleaz bought paid_off tainted decay rot.
lie: mentir parjurer / mensonge parjure / / lie. lied lies lying liar mislead misled false untru decei perjur fals dishonest bogus fabricat mendac deni deny truth hid. hidden conceal cover nonsense
forge: falsifier truquer / falsification trucage truquage / / fals forg fake faking fabricat tamper doctored doctoring manipulat rig. rigged rigging alter counterfeit cooked inflat massag fiddl backdat inaccura
confess: avouer / aveu aveux / / confess admi conced acknowledg owned_up recogni guilty own_up say_so by_his_own by_her_own by_its_own by_their_own
fine: verbaliser / amende contravention / / fine. fined fines fining penalt punish sanction ticket amend
recuse: récuser< déporter< / récusation dessaisissement / / recus aside step(?:s|ped)?_down stepp off_the_case disqualif reassign replac withdr took_over hand(?:ed)?_over remov conflict_of_interest stood_down stand_down hand_over another_judge
recused: récuser!@ dessaisir! / / / recus taken_off off_the_case disqualif reassign replac remov hand(?:ed)?_over transfer strip depriv reject challeng objected another_(?:judge|court|prosecutor|team) given_to stood_down
tried: comparaître / comparution / (?:est|sont|être|était|étaient|sera|seront) passée?s? (?:en jugement|en correctionnelle|devant (?:le|la|un|une|les|des) (?:tribunal|cour|juges?|justice|jury));traduite?s? (?:en justice|devant);renvoyée?s? (?:devant (?:le|la|une?|les) (?:tribunal|cour|juges?)|aux assises|en correctionnelle) / trial tried. dock. prosecut appear arraign sentenc convict acquit charged hear. heard hearing testif went_before brought_before face(?:s|d)?_(?:a_)?(?:judge|court|tribunal) magistrate judge. courtroom (?:in|to|before)_(?:\w+_)?court
winning: / / obt\w+ gain de cause;(?:gagn|remport)\w+ (?:son|leur|le|ce) procès / won. win. wins. winn favour favor uphel uphold side. sided prevail succe(?:ed|ss) victor found_for award accepted granted allowed overturn quash rul(?:e|ed|es|ing)_(?:that|for)
losing: débouter / / perd\w+ (?:son|leur|le|ce) procès / lost. lose. loses losing reject dismiss threw_out thrown_out throw_out turned_down turn_down denied deny fail defeat found_against rul(?:e|ed|es|ing)_(?:that|against) refus struck_out
controlled: / / placée?s? sous contrôle judiciaire;assign\w+ à résidence;bracelets? électroniques?;mandats? d[’']arrêt;interdite?s? de (?:quitter|sortie) / house_arrest bail. warrant curfew electronic tag. tagg confin detain passport supervis arrest wanted released not_(?:to_)?leave travel_ban
questioned: auditionner / / (?:entendue?s?|interrogée?s?) (?:par (?:la (?:police|justice|gendarmerie)|(?:les?|un|une|des) (?:enquêteu\w+|polici\w+|gendarmes?|juges?|magistrat\w*|procureu\w+))|en qualité de|comme témoins?) / question interview interrogat hear. heard hearing grill testif summon spoke quizz asked ask. statement evidence told_(?:police|investigator|detective|officer|prosecutor|the_(?:police|inquiry|investigator|prosecutor)) talk witness
sworn: / parjure / témoign\w+ (?:sous serment|à la barre|au procès);refus\w+ de témoigner;faux témoignages?;(?:prêt|prêté|prêtent|prêter|prêtera|prêtaient) serment;sous serment / testif testimon oath swor witness affidavit evidence perjur statement took_office takes_office inaugurat told_(?:the|a)_(?:court|inquiry|committee|panel|judge|jury|hearing)
notice: / / mise?s? en demeure / notice order warn ultimatum demand summon instruct told_to deadline require letter (?:gave|give|given|gives)_(?:\w+_){1,3}(?:days|weeks|months|hours|until) comply ordered must.
owned: / / reconn\w+ (?:ses|leurs) torts;reconn\w+ (?:s(?:a|on)|leurs?) (?:fautes?|erreurs?|culpabilité|part de responsabilité) / admi acknowledg conced mistake blam fault wrong liab responsib error guilt sorry regret apolog recogni should_have
"""

_LIVES = r"""
die: mourir! décéder succomber périr suicider< noyer< / décès trépas suicide / (?<!à )(?:perd(?:u|re|ent|ant|it|irent|ront|ra|aient|ait)? la vie);trouv\w+ la mort;mise?s? fin à (?:ses|leurs) jours;(?:sa|leur|la) mort (?:de|du|des|d[’']) / die. died dies dying death dead deadl deceas fatal kill perish lost_his_life lost_her_life lost_their_lives took_his_own took_her_own succumb drown passed_away murder shot. suicid fell_to lives. mortal toll. casualt lethal deathb posthum victim bodies the_late late_(?:husband|wife|father|mother|son|daughter|colleague|brother|sister|president|king|queen|partner|founder) lost_(?:a|his|her|their|its)_(?:\w+_)?(?:lives|son|daughter|husband|wife|father|mother|brother|sister|child|colleague|friend)
kill: tuer assassiner poignarder égorger étrangler massacrer lyncher abattre! / meurtre assassinat homicide massacre tuerie féminicide infanticide / / kill murder shot. slay slain slaughter assassin massacr stab strangl lynch fell. felled felling cull cut_down shoot homicid manslaughter dead death die. died dies lives. femicid butcher put_down destroy euthani exterminat claimed victim brought_down downed
wound: blesser / blessé blessure / grièvement / injur wound hurt. hurts hurting maim harm shot. burn casualt bruis broke bullet victim sever ill.
hospital: hospitaliser / hospitalisation / (?:transport|admis|emmen|conduit|évacu)\w* (?:\w+ )?(?:à l[’']hôpital|aux urgences);en réanimation / hospital admitted ambulance intensive_care ward. wards A&E admission emergency
shoot: fusiller / fusillade / ouv\w+ le feu;tir\w+ (?:à balles|des coups de feu|sur (?:la foule|les? |des |un ));coups? de feu / shoot shot. shots gun fire. fired firing bullet sniper rifle launch barrage
kidnap: kidnapper séquestrer / kidnapping rapt otage enlèvement / prise? en otage / kidnap abduct hostag snatch captiv sequest ransom remov collect
assault: agresser tabasser gifler frapper!@ lapider / agression gifle / rou\w+ de coups;pass\w+ à tabac / attack assault assail aggress hit. hits hitting beat. beats beaten beating mug. mugged mugging slap punch kick struck strik violen abus kill injur
attack: bombarder / attentat bombardement / / attack bomb terror assault strike. strikes struck striking explo blast shell missile drone raid rocket pound
rape: / viol pédophilie / (?:agressions?|violences?|abus) sexuel\w* / rape. raped rapes rapi rapin sexual molest abus assault paedophil pedophil indecen violat breach break broke
harass: harceler / harcèlement / / harass bull(?:y|ied|ying) stalk hound pester abus intimidat pursu
threat: / / menac\w+ (?:\w+ ){0,2}de mort;menaces de mort;(?:re[cç]\w+|essuy\w+|proféré?\w*|subi\w*|victimes?) (?:de |des |plusieurs |\w+ )?menaces / threat menac intimidat risk danger warn loom jeopard endanger imperil blackmail at_stake ultimatum peril spectre specter hazard fear
insult: insulter injurier / insulte / / insult abus slur. slurs offen swear swore curs slander call. called vilif derogat mock
marry: épouser! marier fiancer remarier / mariage noces fiançailles / / marr wed. wedding wedlock wife wives husband spous bride groom nuptial engag fianc match union
divorce: divorcer / divorce / / divorc separat split ex-wife ex-husband estrang
birth: accoucher / accouchement / / birth born baby babies deliver maternity matern pregnan labour labor mother obstet
flee: évader< enfuir< / évasion / (?:pris|prend|prenn|prit|prendre)\w* la fuite;en cavale / flee fled flight escap run. ran. running runaway break_out broke_out breakout abscond evad evas bolt. bolted on_the_run jailbreak getaway dodg avoidance
vanish: disparaître! / disparition / portée?s? disparue?s?;disparus? en mer / disappear vanish missing lost lose. loss. losses gone. going. extinct end. ended ends ending die. died dies dying death dead wip disband delet abolish abolit remov scrap drop cut. cuts cutting ceas no_longer shut clos fad endanger eliminat phas eras discontinu withdr collaps demise surviv
poison: empoisonner intoxiquer / empoisonnement intoxication / / poison toxic sicken ill. illness contaminat foul
epidemic: / épidémie pandémie / / epidemic outbreak contag pandemic virus disease infect cases spread flu. cholera measles plague
ill: / cancer infarctus / tomb\w+ (?:\w+ment )?malades?;victimes? d[’']un (?:malaise|AVC|accident (?:vasculaire|cardiaque));crises? cardiaques?;AVC;(?:a|ont|avait) fait un malaise;(?:congés?|arrêts?)(?: de)?[- ]maladie;souffr\w+ d[’'](?:une (?:\w+ )?(?:maladie|dépression|tumeur|leucémie)) / ill. illness sick disease cancer tumo heart. cardiac stroke faint collaps unwell hospital health patient symptom fever vomit infect suffer condition depress burnout burn-out medical off_work off_sick leukaemia leukemia treat clinic diagnos sclerosis dementia parkinson alzheimer chemo unable_to_work stress
operated: opérer!@ greffer! / / (?:subi|subit|subir) une (?:\w+ )?(?:opération|intervention|greffe) / surg operat transplant hospital run. runs procedure under_the_knife removed
pregnant: / grossesse / attend\w* (?:un|leur|son|deux)(?: \w+)? (?:enfants?|bébés?|jumeaux);(?:est|tombée|était|enceinte) enceinte / pregnan birth baby babies expecting_a expectant mother matern born child. twins
bereaved: / obsèques funérailles deuil / perd\w* (?:son|sa|leur|ses) (?:père|mère|fils|fille|mari|épouse|femme|frère|sœur|enfants?|parents|conjoint|compagnon|compagne|bébé);(?:est|devenue?) (?:veuf|veuve|orphelin\w*) / die. died dies dying death dead widow orphan funeral buri bury lost_(?:his|her|their|a) bereav mourn grief griev kill late. ceremony drown fell_to crash suicid murder laid_to_rest cremat orphan shot.
missing: disparaître@ volatiliser< / / / disappear vanish missing lost lose. loss. gone. going. extinct end. ended ends ending die. died dies dying death dead wip disband delet abolish abolit remov scrap drop cut. cuts cutting ceas no_longer shut clos fad endanger eliminat phas eras discontinu withdr collaps demise surviv hiding fled went replac not_(?:been_)?seen whereabouts nobody_knows never_came_back last_seen
enriched: enrichir<@ / enrichissement / f(?:ait|ont) fortune / rich. riche enrich wealth fortune profit earn(?:ed|s|ing)?_(?:from|million|money) gain. gained pocket benefit windfall made_(?:money|million|a_fortune) cash add. added grow expan
ruined: ruiner!@ / / / ruin bankrupt debt destitut broke. insolv destroy wip lost_everything spoil wreck savings penniless
converted: convertir<@ / / / convert religio faith embrac switch turn. turned turning chang adopt baptis mov becam become
booed: huer!@ conspuer siffler!@ / huée / / boo. booed boos booing jeer heckl whistl hiss shout catcall
cheered: acclamer ovationner / ovation / / cheer appla ovation clap hail welcom acclaim prais
honoured: décorer!@ médailler! / / Légion d[’']honneur;(?:remport|décroch|obt|re[cç]|gagn)\w+ (?:le|un|une|la|deux|plusieurs|son|leur) (?:\w+ )?(?:prix(?! (?:plus|moins|de vente|d[’']achat|inférieur|supérieur|de \d|fixe|unique|moyen))|médailles?|trophées?|oscars?|césars?|distinctions?)\b / award prize medal honour honor decorat won. win. wins. winn troph recogni laureat gold silver bronze title. cup. price knight lord. dame
hunger: / / grèves? de la faim / hunger (?:refus\w+|not)_(?:food|to_eat|eating) fasting refus(?:e|es|ed|ing)_food without_food
"""

_OFFICE = r"""
resign: démissionner / démission / quitt\w+ (?:ses|leurs) fonctions;quitt\w+ (?:son|leur) poste;(?:rend|rendu|rendent) son tablier;jet\w+ l[’']éponge;claqu\w+ la porte / resign step_down steps_down stepped_down stepping_down step_aside stepped_aside stepping_aside stepped_back step_back stood_down stand_down standing_down quit. quits quitting (?<!the_)(?<!was_)(?<!were_)(?<!is_)(?<!are_)(?<!be_)left(?!_(?:behind|over|to|out|in_place|on|with|without|off|open|unanswered|alone|blank|wing|hand|side|them|it|him|us|her_(?:with|to))). leaving leaves_(?:office|the|his|her|their) leave_(?:office|the_(?:post|job|company|board|party|government|role)|his|her|their) departur departed. departing departs walk_out walked_out walks_out walking_out walked_away walk_away gave_up give_up giving_up relinquish outgoing retiring retir(?:e|es|ing). retired_(?:in|from|as|last|after|at|this|on|early)
retire: / départ[- ]à[- ]la[- ]retraite / (?:part|parti|partie|prend|pris|prendra|partira|partir)\w* (?:à|en|sa) (?:la )?retraite / retire. retired retires retiring retirement pension step_down stepped_down stepping_down
fired: licencier limoger destituer congédier démettre! évincer! révoquer!@ débarquer!@ / licenciement limogeage destitution éviction révocation / relevée?s? de (?:ses|leurs) fonctions;mise?s? à la porte;plans? sociau?x?;plans? social;suppressions? (?:de (?:\d+ )?postes?|d[’']emplois?);supprim\w+ (?:[\w’']+ ){1,4}?(?:postes?|emplois?);perd\w* (?:son|leurs?) (?:emplois?|postes?|travail|place) / fired. firing(?!_squad) fires?_(?:him|her|them|the|its|staff|workers|employees|its) sack. sacked sacking sackings sacks laid_off lay_off lays_off laying_off laid-off layoff lay-off redundan job. jobs. terminat let_go oust remov axe. axed axing axes shed. sheds shedding strip revok impeach depos unseat overthr pushed_out push_out forced_out cull downsi staff_cut cut_staff headcount dismiss(?:ed|al|als|es|ing)?\b(?!_(?:the|a|any|that|these|those|his|her|its|it|them|all|such|as)_(?:\w+_){0,2}(?:suit|lawsuit|case|claim|charge|complaint|idea|critic|allegation|appeal|motion|concern|warning|report)) replaced
suspended: suspendre!@ / / mise?s? à pied / suspen on_leave leave_of paid_leave administrative_leave sidelin reliev bench. benched stood_down standing_down ban. banned_(?:for_(?:\w+_)?(?:year|month|week|game|match|day|life|season|race)|from) barred_from
suspend: suspendre / suspension / mise?s? en sommeil / suspen halt paus stop. stopped stops stopping freez froz frozen on_hold hold. holds held_up holding_off adjourn interrupt stay. stayed stays moratorium hang. hangs hung. hanging shelv block break. broke broken call_off called_off ground wait ceas hook dangl pend delay
sanction: sanctionner / sanction / / sanction penal punish disciplin fine. fined fines reprimand ban. banned censur embargo measur rebuk consequence
excluded: radier exclure!@ / radiation / (?:a|ont|avait|avaient) été exclue?s? (?:du|de la|de l[’']|des) / expel exclu ban. banned bans barred kick rul remov thrown threw oust drop disqualif struck strike delist disbar radiat left_out shut_out without
elected: élire! réélire! / élection réélection / / elect vote. votes voted voting ballot poll win. wins won. chosen chose. choos picked campaign run-off runoff constituen
appointed: introniser nommer!@ / nomination / (?:prend|pris|prendra|prendre)\w* la tête (?:de|du|d[’']) / appoint nam nomin designat chos choos pick select elect called tapp install promot hire. hired hiring in_charge assign becom became. heads took_over take_over taking_over leads led. sworn put_forward as_the confirm brought_in
reinstated: réintégrer / réintégration / / reinstat rehir re-hir return restor came_back come_back readmit reintegrat back_to back_in took_back taken_back
hire: embaucher recruter / embauche recrutement / / hir recruit employ taking_on take_on took_on taken_on takes_on job. jobs. staff appoint post. posts vacanc enlist work signed bring_in brought_in more_(?:\w+_)?(?:inspect|officer|nurse|teacher|doctor|people)
summoned: convoquer / convocation / / summon call. called calls calling subpoena order invit haul
overthrown: / putsch / coups? d[’']état / coup. coups putsch overthr topple oust seiz takeover took_power junta
dissolved: dissoudre / dissolution / / dissol disband break_up broke_up broken_up wound_up wind_up winding_up abolish snap liquidat shut
transferred: muter!@ / / / transfer reassign mov post(?:ed|ing)? redeploy relocat sent. shift second(?:ed|ment) demot sidelin
promoted: promouvoir!@ / / mont\w* en grade / promot rose. ris elevat rank named appoint becam becom made_(?:him|her) took_over advanc (?:made|named)_(?:\w+_){0,2}(?:head|chief|director|captain|manager|editor|partner|deputy|president|minister)
demoted: rétrograder / rétrogradation / / demot downgrad relegat reduc drop slip fell lower strip down.
replaced: remplacer!@ / / / replac succeed success took_over take_over taken_over takes_over taking_over takes_the_place stand-in substitut sack new_(?:\w+_)?(?:chief|boss|head|ceo|director|chair|manag|leader|minister|mayor|coach|editor|captain|one) instead fill interim acting deputy step(?:s|ped|ping)?_in shoes
sidelined: écarter!@ / / mise?s? (?:à l[’']écart|sur la touche|au placard) / remov drop oust push exclu dismiss sidelin sack left_out leave_out leav passed_over rul(?:e|ed|es|ing)_out reject depriv lost. lose. not_select not_pick omit overlook kick strip ban. banned barred depart fired aside froz freez frozen shut_out cut_out without_(?:him|her|them) bench unwelcome not_invited cold
leave: / / quitt\w+ (?:le (?:barreau|parti|gouvernement|groupe|conseil|club|journal|cabinet)|la (?:société|direction|compagnie|coopérative|rédaction|politique|fédération)|l[’'](?:entreprise|agence|équipe|université|association|organisation)) / left. leav quit. quits quitting resign depart exit walk(?:s|ed)?_(?:out|away) step(?:s|ped)?_down stepp retir dismiss sack fired let_go remov former. ex- gone. withdr abandon out_of no_longer_(?:work|at|with|lead|run|employ|a_member) moved_on
on_leave: / / en congé(?!s? (?:payé|d[’']été))|mettre? en congé;(?:pris|prend|prendra|prendre|prennent) (?:un|des) congés?;(?:part\w*|était|est|étaient|sont) en vacances / leave. holiday vacation sabbatical absen break. step(?:s|ped)?_(?:aside|back) suspen time_off day_off days_off away off_work off_sick
joined: / / (?:a|ont|avait|avaient|va|vont) (?:\w+ment |depuis |aussi |ensuite )?(?:rejoint|rejoindre|rallié|rallier) / join enter member hir mov switch part_of went work came back sign enlist rall support reach caught_up catch_up met meet unit add becam becom merg side. sided allied agree return follow connect link
founded: / / (?:a|ont|avait|avaient|va|vont) (?:\w+ment |depuis |aussi |ensuite )?(?:fond|cofond|cré|mont|lanc)(?:é|er) (?:une?|son|sa|leur) (?:propre )?(?:\w+ )?(?:fondation|parti|entreprise|société|école|association|start-up|pousse|ONG|collectif|syndicat|club|marque|revue|journal|agence|cabinet|laboratoire|filiale|coopérative) / found creat start. started starts set_up sets_up launch establish form. formed built began open. opened own. owns
candidate: / candidature / (?:se|s[’']est|s[’']était|se sont) (?:re)?présent\w+ (?:aux?|à l[’']|à la) (?:élection|scrutin|\w+ales|législativ|mairie|présiden|primaire)\w*;brigu\w+;candidate?s? (?:à|aux?) (?:l[’']élection|la (?:mairie|présidence)|sa succession|son poste|un (?:\w+ )?mandat);(?:renonc\w+ à|refus\w+ de) se représenter / run. runs ran. running candida stand. standing stood elect bid. seek sought contest appl nominat contender campaign ballot vote challeng primar race. want ambition hat_in_the_ring stand_again
unseated: / / (?:perd\w*) (?:son|sa|leur) (?:siège|mandat|mairie|circonscription|majorité);battue?s? (?:aux|à l[’']|lors des?|dans les) (?:élections?|\w+ales|législatives|scrutin|urnes) / lost lose. losing defeat beat unseat oust voted_out vote_out elect down. fell threw thrown rejected_by
petition: / pétition / / petition signature signed sign. letter names. gather
censured: censurer!@ / / / censur censor rebuk condemn no[- ]confidence vote reprimand ban
reprimand: réprimander admonester tancer / réprimande blâme / rappel\w* à l[’']ordre / reprimand rebuk censur warn disciplin admonish blam critici caution scold told_off punish sanction penal berat call. called wrist dressing-down
disown: désavouer renier / désaveu / / disown disavow deny denied denies distanc reject repudiat overrul contradict undermin rebuff snub let_down oppos critici lost_(?:the|a) against abandon turned_(?:its|their|his|her)_back turned_on critic withdr no_longer
audience: / / (?:reçue?s?|accueillie?s?) (?:par (?:le (?:président|pape|roi|premier ministre|chef de l[’']État|chancelier)|la (?:reine|première ministre|présidente|chancelière))|à (?:l[’']Élysée|Matignon|la Maison[- ]Blanche)|au Vatican);rencontr\w+ (?:le pape|le roi|la reine|le président) / met. meet receiv welcom visit talk invit audience host. hosted call. spoke see. saw. seen
envoys: / / rappel\w* (?:son|leur|ses|l[’']) ?ambassad\w+;expuls\w+ (?:\w+ )?diplomates?;romp\w* (?:ses|leurs|les|toutes?) (?:\w+ )?relations / ambassador diploma envoy consul ties. relations sever broke break cut.
"""

_TRADE = r"""
sell: vendre revendre / vente revente / (?:a|ont|avait|avaient|été|est|sont) cédée?s? (?:à|aux?|pour|(?:ses|leurs?|sa|son) (?:parts?|actions?|participations?|filiales?|titres?))(?! la (?:panique|pression|tentation)) / sell sold. sale. sales resell resold. offload divest auction retail shop export trade. traded trades trading broker dealer vend dispos hand_over handed_over transfer surrender ced(?:e|ed|ing). put_up (?:buy|bought|purchas\w*|acqui\w*)[^.;]{0,70}_(?:from|seller) marketed marketing on_the_market seller
buy: acheter racheter / achat rachat acquisition / f(?:ait|ont) l[’']acquisition / buy bought purchas acqui takeover take_over took_over taken_over taking_over sold. sell sale. sales obtain procur order bid. bids merg import shop redeem suppl consum paid_for pay_for pays_for paying_for spent_on money_on spend
merge: fusionner / fusion / / merg fus combin unit amalgam join consolidat takeover tie-up melt unif integrat
bankrupt: / faillite banqueroute / dépos\w+ le bilan;(?:redressement|liquidation) judiciaire;(?:placée?s?|mise?s?) en (?:redressement|liquidation);cessation de paiements?;mis\w* la clé sous la porte;mett\w+ la clé sous la porte / bankrupt insolv went_under go_under gone_under goes_under going_under administrator liquidat wound_up wind_up winding_up collaps fold. folded folding folds went_bust go_bust gone_bust going_bust receiv chapter_11 default broke. creditor ruin out_of_business fail(?:ed|ing)_(?:bank|business|compan|firm|lender|airline) (?:bank|compan|firm|business|cooperative|lender|airline|start-?up|operator|club|chain)\w*_(?:has_|had_|that_|have_)?fail (?:in|into|under)_administration
close: fermer! / fermeture / ferm\w+ (?:ses|leurs) portes;mett\w+ (?:\w+ )?fin à (?:ses|leurs) activités / clos shut seal lock block barred. bar. fold. folded off_limits board end. ended ending ends discontinu wind_down winding_down wound_down switch turn(?:ed|ing)?_off ceas suspend lost. loss halt cut. cuts
inaugurate: inaugurer / inauguration / / open inaugurat launch unveil ribbon debut
relocate: délocaliser déménager / délocalisation déménagement / / relocat mov offshor transfer outsourc shift abroad oversea leav left. rehous resettl evict displac
strike: débrayer / grève débrayage gréviste / cess\w+ le travail;arrêts? de travail / strike. strikes striker striking struck walkout walk-out walk_out walked_out walking_out stoppage industrial_action downed_tools down_tools picket lockout work-to-rule stop_work stopped_work off_sick sick
protest: / manifestation manifestant émeute émeutier / descend\w+ dans la rue;(?:ont|avaient) manifesté;manifest\w+ (?:devant|contre) / protest demonstrat march. marched marchers marching marches rall(?:y|ies|ied) gather picket riot streets crowd event. events unrest blockad vigil symptom sit-in tournament competition festival
boycott: boycotter / boycott / / boycott shun refus stay_away stayed_away staying_away walk_out walked_out snub avoid
ban: bannir prohiber interdire / interdiction prohibition / / ban. bans. banned banning prohibit forbid forbad bar. bars. barred barring outlaw block prevent stop. stopped stops stopping not_allow not_be_allow no_longer may_not must_not cannot can.t can_not could_not not_permit illegal unlawful restrict veto embargo moratorium off-limits off_limits blacklist rul halt disallow refus rejected unable limit out_of_bounds injunct deni deny without not_be never nobody no_one only
veto: / veto / / veto block overrul refus consent approv say. blessing permission right_to right. agree
ratify: ratifier / ratification / / ratif approv adopt pass. passed backed endors sign. signed vote. voted confirm clear parliament
sign: signer / signature / paraph\w+ / sign. signs signed signing signator signature ink. inked agree deal. deals contract conclu struck petition penned autograph writ wrote author initial seal accord pact treaty
crash: dérailler percuter chavirer écraser< / crash déraillement collision naufrage / accidents? (?:de (?:voiture|la route|train|moto|avion|vélo|ski|montagne|car|la circulation)|d[’'](?:avion|hélicoptère));entr\w+ en collision;(?:fait|a fait|ont fait) naufrage / crash collid collision derail accident hit. hits hitting struck strike ram. rammed ramming smash plung fell. fall. sink sank. sunk. capsiz overturn wreck plough roll. rolled disaster ran_into drove_into impact lost_at_sea went_down goes_down shipwreck founder knock
fire: incendier brûler / incendie brasier / (?:pris|prend|prenn)\w* feu;en (?:feu|flammes);par les flammes / burn fire. fires. fire- firefight blaz flame arson ignit ablaze torch scorch wildfire alight heat inferno smok
explode: exploser / explosion déflagration / / explo blast detonat blew. blow. blows. blown. bomb erupt burst soar surg rocket skyrocket balloon boom jump leap leapt spik doubl trebl tripl multipl grew. grow climb rose. ris rise. mushroom shot. sharp record
collapse: effondrer< écrouler< / effondrement écroulement éboulement / / collaps fall. falls fallen fell. falling gave_way give_way gives_way giving_way crumbl cav(?:e|ed|ing) slump plung plummet tumbl crash drop landslid rockfall fail crumpl topple sink sank. sunk. implod meltdown buckl broke. breach slid. slide down. halv lost. lose. decline loss. came_down
flood: inonder / inondation / / flood inundat delug submerg under_water underwater swamp overflow burst. surge river pour saturat wash rain
destroy: détruire anéantir démolir raser! / destruction démolition / / destroy destruct demol raz wreck flatten burn wip eras delet knock ruin devastat shred tear. tore. torn. tearing kill loss. lost. bulldoz gutt slaughter cull dismantl pull pulled level. swept crush smash incinerat pulp scrap gone. dispos broke break
ransack: saccager vandaliser piller / saccage vandalisme pillage / / ransack loot pillag vandal wreck trash plunder devastat ravag destroy damag rampag ruin smash graffit deface plagiari rob. robbed raid
devastate: dévaster ravager / dévastation / / devastat ravag destroy destruct wreck ruin damag flatten rip. ripp tore. tear swept sweep waste hit. hits battere pummel gutt burn lost. loss kill
disaster: / ouragan tornade cyclone tsunami typhon / tremblements? de terre;éruptions? volcaniques?;séismes?(?! (?:politique|diplomatique|médiatique|électoral|judiciaire)) / hurrican tornado cyclon tsunami earthquake quake aftershock typhoon storm wind gale erupt volcan seism tremor weather blizzard
hack: pirater / piratage cyberattaque rançongiciel / attaques? informatiques?;attaques? par hameçonnage / hack cyber breach ransom malware intrud intrusion phish pirat bootleg (?<!heart_)attack leak compromis stole broke_into break-in illegal copyright stream unauthori
leak: divulguer fuiter / divulgation / fuites? de (?:données|documents) / leak disclos reveal publish divulg expos breach spill releas made_public make_public making_public post. posted spread. told. tell. stolen stole. lost. shar identif public nam hand secre confidential
steal: dérober cambrioler braquer voler! / cambriolage braquage / vols? à main armée / steal stole theft thief thieves rob. robs robbed robber burgl loot break-in snatch swip heist shoplift embezzl taken. took. fly. flew. flown. missing pilfer rustl walked_off
embezzle: / malversation / détourn\w+ (?:de |des |les |\d[\d ,]*\w* |\w+ (?:millions?|milliers?) (?:d[’']\w+ |de )?)?(?:fonds|argent|euros|dollars|recettes|subventions) / embezzl divert misus siphon misappropriat steal stole theft fraud pocket skim misspen misspent corrupt
spy: espionner / espionnage / mise?s? sur écoutes? / spy. spie spyi spyw espionage snoop surveil monitor eavesdrop track intelligen wiretap tap. tapped bug. bugged listen intercept watch
remove: désinstaller démonter~ démanteler retirer~ ôter / désinstallation démontage démantèlement / / remov withdr took_down take_down taken_down taking_down takes_down takedown dismantl uninstall strip pull recall revok scrap taken_out took_out take_out taken_away took_away take_away took_off taken_off take_off taken_from disassembl phase_out phased_out phasing_out rip. ripped switched_off drew. draw. drawn. cancel rescind drop got_rid get_rid axed axe. expel exclu pulled lost_(?:his|her|its|their) off_the_market off_sale off_the_shel off_the_air
withdraw: retirer< / retrait / / withdr retir pull_out pulled_out pulling_out pulls_out pull. pulled back_out backed_out backing_out step resign quit. quits quitting left. leav recus reced ebb walk_away walked_away drop_out dropped_out drops_out drop. dropp retreat exit. exits exiting abandon stood_down stand_down depart remov cancel scrap recall revok rescind retract collect stand_aside stood_aside gave_up give_up
cancel: annuler / annulation / / cancel annul overturn void quash scrap call_off called_off calling_off calls_off rescind revers nullif drop abandon axe. axed axing struck strike set_aside setting_aside threw_out throw_out thrown_out wip writ wrote. invalidat repeal undo undone revok scrub shelv toss dismiss suspend pull withdr waiv block strik voided clos wiped null reject refus overrul grounded
postpone: ajourner reporter! / ajournement / / postpon delay adjourn defer put_off putting_off push put_back shift later reschedul suspend until hold_off held_off holding_off roll carr transfer slip delayed new_date moved moving
apologise: excuser< / excuse / présent\w+ (?:\w+ )?(?:ses|leurs|des) excuses;demand\w+ pardon / apolog sorry regret excus forgiv pardon pretext pretence mea_culpa contrit justif
surrender: capituler / capitulation reddition / (?:s[’'](?:est|était)|se sont|se) (?:rend\w+|livr\w+) (?:à la (?:police|justice|gendarmerie)|aux (?:autorités|enquêteurs)) / surrender capitulat gave_up give_up gave_in give_in giving_in turned_himself turned_herself turn_himself turn_herself cav(?:e|ed|ing)_in yield bow. bowed backed_down back_down climbdown gave_himself bend. bent
war: envahir / invasion cessez-le-feu / déclar\w+ la guerre / inva war. wars ceasefire cease-fire truce occup storm overr armistice troops flood swarm
exile: exiler< réfugier< / exil asile / (?:quitté|quittent|quitte|fui|fuient) (?:le|son|leur) pays;gagn\w+ l[’']étranger / exil asylum refug flee fled fleeing abroad emigrat overseas shelter escap sanctuar haven left_(?:the_country|for_) leav out_of_the_country moved_to hid. hiding took_cover
evacuate: évacuer / évacuation / / evacuat clear empt flee fled leav left. rescu drain moved_out move_out get_out got_out remov pump safety outflow discharg flush ventilat exit
broken_off: / / rompu\w* (?:les|ses|leurs|toutes?|le|son|leur|tout) (?:\w+ )?(?:négociations?|discussions?|pourparlers|contrats?|liens?|accords?|dialogue|fiançailles|alliance);rupture (?:du contrat|des (?:négociations|discussions|pourparlers|relations|liens)) / broke break cut. cuts cutting sever end. ended ends ending terminat collaps walk(?:s|ed)?_out call(?:s|ed)?_off cancel suspend pull withdr abandon halt stop tear. tore torn rip. ripped drop split scrap fail ceas fell exit quit left leav breach refus no_longer dropped walk(?:s|ed|ing)?_away
allied: associer<@ allier<@ / / (?:conclu|noué|scellé|formé|passé) (?:une?) (?:\w+ )?(?:alliance|partenariat|pacte|coalition|entente) / allian ally allies allied partner coalition pact team(?:s|ed)?_up join together cooperat co-operat collaborat deal. deals agree associat sign. signed work(?:s|ed|ing)?_with merg affiliat ties. back. backed unit tie-up
listed: / / en bourse(?! (?:de|d[’']études))|introduction en bourse;retir\w+ de la cote / float listed listing delist IPO went_public going_public go_public public_offering stock_exchange stock_market share_sale share_offer market_debut traded. trading shares_(?:began|start|fell|rose|lost|gain|jump|drop|slip|clos|nonetheless|have|were|are|had) publicly investor shares.
raised: / / lev\w+ (?:des|les|de nouveaux|\w+ (?:millions?|milliards?) (?:de |d[’']))(?: )?(?:fonds|capitaux|euros|dollars|livres|rands|francs)?;levées? de fonds;ouv\w+ (?:son|leur) capital;tour de table / rais fund invest capital back(?:ed|er|ers) financ stake venture money lift eas remov
nationalised: nationaliser étatiser / nationalisation / / nationali state-own state_own state-run state_control public_ownership publicly_owned took_over take_over takeover taken_over taking_over seiz expropriat bail(?:s|ed)?_out municipal back_into public_hands own_hands in-house council-run council_control
privatised: privatiser / privatisation / / privati[sz] private_(?:hands|sector|compan|firm|owner|operator|investor|equity) sold sell. sale. outsourc
settled_abroad: implanter<@ / / ouv\w+ (?:une|des|sa|leurs?|son|un) (?:\w+ )?(?:filiales?|succursales?|antennes?|usines?|bureaux?|magasins?|agences?|ateliers?) / subsidiar branch open set_up sets_up establish launch expan enter mov base. based plant. factor office. new_
renamed: rebaptiser / / chang\w+ de nom / renam rebrand new_name chang\w+_(?:its|the|their|his|her)_name formerly known_as now_call call. called trades_as rechrist goes_by under_the_name
new_head: / / chang\w+ de (?:patron|direction|dirigeant|président|propriétaire)\w* / new_(?:\w+_)?(?:chief|boss|head|ceo|director|chair|manag|leader|owner) appoint replac succeed success took_over take_over taken_over named resign step(?:s|ped)?_down change_of chang bought sold
licence_lost: / / perd\w* (?:son|sa|leurs?) (?:agrément|licence|accréditation|label|certification|homologation|habilitation);(?:agrément|licence|accréditation|permis) (?:\w+ ){0,3}(?:retirée?|suspendue?|révoquée?) / licen[cs]e accredit strip revok lost permit authoris authoriz suspend withdr depriv certif
licence_given: / / obt\w+ (?:une|un|son|sa|leur) (?:\w+ )?(?:licence|agrément|autorisation|permis|label|brevet|homologation) / licen[cs] permit authoris authoriz approv accredit clear patent grant allow permission consent certif green_light
certified: certifier! / certification / / certif accredit approv label verif confirm vouch attest licens
dividend: / dividende / / dividend payout shareholder distribut owners_(?:got|receiv|were_paid|took) paid_out pay_out
in_profit: / / sort\w* du rouge;rede\w+ (?:bénéficiaires?|rentables?);renou\w+ avec (?:les (?:bénéfices|profits)|la (?:croissance|rentabilité)) / profit black. break_even breakeven surplus out_of_the_red grow growth money recover
borrowed: / / contract\w+ (?:un|des|deux|plusieurs) (?:\w+ )?(?:emprunts?|prêts?|crédits?);(?:a|ont|avait|avaient) emprunté (?:auprès|à (?:la|sa|une) banque|\d) / loan borrow lend lent credit debt bond mortgag financ owe
rescued: renflouer / renflouement / / bail(?:s|ed|ing)?_?-?out bailout rescu refloat inject recapital aid. save. saved support fund loan prop(?:s|ped|ping)?_(?:\w+_)?up inject lifeline
subsidy: / subvention / / subsid grant fund aid. support public_money financ budget contribut state_ pay. paid
contract_lost: / / perd\w* (?:un|le|son|des|ce|leur|leurs|plusieurs) (?:\w+ )?(?:marchés?|contrats?|clients?|client[eè]le)\b / lost lose. loses losing loss terminat cancel drop pull withdr end. ended ending not_renew stripp suspend left. stopp go. went fell fewer
contract_won: / / (?:remport|décroch|emport|gagn)\w* (?:l[’']|un |cet |le |des |ce |son )(?:\w+ )?(?:appels? d[’']offres|marchés?|contrats?)\b / tender contract bid. deal. deals order. won. win. wins. award procur market
compensated: indemniser dédommager / indemnisation dédommagement / / compensat damages pay. pays paid payment payout repay refund reimburs settle indemn award redress money cover get. gets receiv
refund: rembourser / remboursement / / refund repa(?:y|id) reimburs return pay(?:s|ing)?_(?:back|off) paid_(?:back|off) money_back give_back gave_back given_back recoup recover compensat cover settle clear pay. paid
bonus: / / (?:touch|perç|re[cç]|vers|empoch|obt)\w+ (?:une|des|sa|son|un|leurs?) (?:\w+ )?(?:primes?|bonus|parachutes?) / bonus premium reward pay. paid payout payment payoff pay-off severance incentive allowance
jackpot: / / (?:gagn|jou)\w+ (?:au loto|à la loterie|au casino|le gros lot) / lotter jackpot gambl casino won. win.
patent: / / (?:dépos|obt)\w+ (?:un|des|plusieurs|son) brevets? / patent
recall: / / rappel\w* (?:ses|des|les|leurs|tous ses|\d[\d ]*) (?:\w+ )?(?:produits?|véhicules?|voitures?|modèles?|lots?|médicaments?|appareils?|machines?) / recall withdr pull. pulled retriev took_off taken_off remov call(?:s|ed|ing)?_(?:in|back) replac
tutelage: / tutelle / placée?s? sous (?:administration|surveillance) / trustee guardian receiver administrat took_over takeover take_over taken_over direct_control supervis special_measures oversight overse control watch monitor
turnabout: / revirement volte-face / chang\w+ d[’']avis;fai\w+ (?:marche|machine) arrière / (?:chang\w+|made_up|make_up)_(?:\w+_)?mind u-turn revers back(?:s|ed|ing)?_(?:down|away|out|track|off) climbdown climb_down reconsider rethink backtrack revert retreat gave_in turn(?:ed)?_round no_longer drop abandon scrap withdr relent second_thoughts shift now_ heart. second_thought came_round come_round
forfeit: / / déclar\w+ forfait / forfeit withdr pull(?:s|ed)?_out injur scratch absen default skip not_compete not_take miss. missed drop give_up gave_up
record: / / batt?\w* (?:le|un|son|des|leur) records? / record. records fastest best. highest ever.
qualified: qualifier<@ / qualification / / qualif reach advanc through. place. final. meet made_it last_(?:four|eight|16) quarter-final semi-final
"""


class Event(NamedTuple):
    """An event of the table: its verbs with their marks, its nouns, its French locutions, and its English words."""

    name: str
    verbs: dict[str, str]
    nouns: frozenset[str]
    locutions: re.Pattern[str] | None
    english: re.Pattern[str]


_MARKS = "!@~<"


def _event(line: str) -> Event:
    name, rest = line.split(":", 1)
    verbs, nouns, locutions, english = (one.strip() for one in rest.split(" /"))
    marked = {one.rstrip(_MARKS): one[len(one.rstrip(_MARKS)) :] for one in verbs.split()}
    told = _french(locutions.split(";")) if locutions else None
    return Event(name, marked, frozenset(nouns.split()), told, _english(english.split()))


def _french(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def _english(words: list[str]) -> re.Pattern[str]:
    told = (rf"{one[:-1]}\b" if one.endswith(".") else one for one in words)
    return re.compile(rf"\b(?:{'|'.join(told).replace('_', '[ -]')})", re.IGNORECASE)


EVENTS = {
    one.name: one for table in (_JUSTICE, _LIVES, _OFFICE, _TRADE) for one in map(_event, table.strip().splitlines())
}
OF_NOUN = {noun: event for event in EVENTS.values() for noun in event.nouns}
# The first event of a verb whose marks it meets is meant: someone suspended, before something suspended.
OF_VERB: dict[str, list[tuple[Event, str]]] = {}
for _one in EVENTS.values():
    for _verb, _marked in _one.verbs.items():
        OF_VERB.setdefault(_verb, []).append((_one, _marked))

# Where one of these is told in French, another may be meant.
_LIKE = """
arrest jail charge convict free search confess kidnap
die kill wound shoot assault attack poison explode crash hospital vanish
resign retire fired suspended withdraw excluded appointed overthrown
suspend suspended cancel postpone close ban
sell buy merge
remove withdraw cancel destroy
strike protest
leak hack steal spy embezzle
collapse destroy flood fire crash explode ransack
deport excluded fired evacuate
sue withdrawn appeal settle inquiry convict charge
bankrupt close dissolved
fine sanction convict
sign ratify settle
elected appointed
seize search remove
"""
KINDRED = {
    name: frozenset({name}.union(*(row.split() for row in _LIKE.strip().splitlines() if name in row.split())))
    for name in EVENTS
}
