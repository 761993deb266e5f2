"""What free French turns round in a few words, denials, plans, causes and parts in a deed, and what only looks so."""

# ruff: noqa: E501 - a sentence stands beside its source, each on its line.

import pytest

from tests.pipeline.verify.drafts import found_on


def _codes(source: str, french: str) -> set[str]:
    """The codes of what is found on a body paragraph that stands alone against a source, form and support aside."""
    return {one.code for one in found_on(source, french) if not one.code.startswith("support")}


_ACCUSED = "The mayor, Ada Lund, accused the port of hiding the leak. The port's director, Per Holm, denied it, saying that two reports had been sent."
_CLOSED = "The dockers ended their strike when the owner dropped a plan to close the canteen."
_SUED = "The swimmer Ada Lund has asked a court to force the national federation to let her race in Oslo."
_BLAMED = "The firm will close 12 shops, a decision it blamed on higher rents rather than on the new tax."

# the code | the source | what is wrong
_WRONG = (
    # what is denied, told as admitted
    ("direction-reversed", _ACCUSED, "La maire, Ada Lund, accuse le port d’avoir caché la fuite, ce dont convient le directeur, Per Holm."),
    ("direction-reversed", _ACCUSED, "La maire, Ada Lund, accuse le port d’avoir caché la fuite, ce dont Per Holm ne fait pas mystère."),
    ("direction-reversed", _ACCUSED, "La maire, Ada Lund, accuse le port d’avoir caché la fuite, ce que Per Holm ne cherche pas à nier."),
    ("direction-reversed", _ACCUSED, "La maire, Ada Lund, accuse le port d’avoir caché la fuite, et Per Holm ne s’en défend pas."),
    ("direction-reversed", _ACCUSED, "La maire, Ada Lund, accuse le port d’avoir caché la fuite, ce que Per Holm reconnaît sans détour."),
    ("direction-reversed", "The senator, Owen Tarrow, refused to concede the race.", "Le sénateur Owen Tarrow ne conteste pas sa défaite."),
    # what could not be, told as done
    ("negation-lost", "The firm rejects the claim, and the panel said it had not been able to establish who gave the order.",
     "Une accusation que l’entreprise dit fausse, et la commission dit avoir pu établir qui a donné l’ordre."),
    ("negation-lost", "The firm rejects the claim, and the panel said it had not been able to establish who gave the order.",
     "L’entreprise la rejette, ce que l’avocat nie et que la commission dit avoir pu établir."),
    ("negation-lost", "The agency opened a case but did not suspend the rower.", "L’agence a ouvert une procédure et aussitôt suspendu la rameuse."),
    ("negation-lost", "The owner does not intend to sell the vineyard.", "Le propriétaire va vendre le vignoble."),
    ("negation-lost", "The fund denies any fraud. No one has been charged.", "Le fonds conteste toute fraude, mais l’on compte déjà des inculpés."),
    ("direction-reversed", "Trams kept running throughout the storm.", "Les trams ont cessé de rouler pendant la tempête."),
    # what is planned or only possible
    ("certainty-planned", "The brewery plans to pass on the extra cost to its customers from next month.", "La brasserie a déjà répercuté ce surcoût sur ses clients."),
    ("certainty-planned", "The minister said that she planned to table a bill before Easter.", "La ministre vient de déposer un projet de loi."),
    ("certainty-planned", "The firm plans to put up 46 turbines on the ridge.", "L’entreprise a érigé 46 éoliennes sur la crête."),
    ("certainty-planned", "The first crane is due to enter service in January.", "La première grue est déjà en service."),
    ("certainty-possible", "The agency said that it may lower the rating of the group.", "L’agence a dit qu’elle allait abaisser la note du groupe."),
    # up and down
    ("direction-reversed", "The shares rose 4.3% on Wednesday.", "L’action a cédé 4,3 % mercredi."),
    ("direction-reversed", "A poll puts the party on 36%, up four points from May.", "Un sondage donne au parti 36 %, soit quatre points de moins qu’en mai."),
    ("direction-reversed", "Ada Lund led the outgoing mayor, Per Holm, by 40 votes.", "Ada Lund accusait un retard de 40 voix sur le maire sortant, Per Holm."),
    # who does what to whom
    ("roles-swapped", _SUED, "La fédération nationale demande à la justice de contraindre la nageuse, Ada Lund, à courir à Oslo."),
    ("roles-swapped", _SUED, "La fédération nationale veut que le tribunal oblige Ada Lund à courir à Oslo."),
    ("roles-swapped", "The minister denied that her staff had ignored complaints from nurses.", "La ministre dément que les infirmières aient ignoré les plaintes de ses services."),
    ("roles-swapped", "The council ignored warnings from engineers about the bridge.", "Les ingénieurs ont ignoré les avertissements du conseil au sujet du pont."),
    ("roles-swapped", "The union argued that the ministry had miscounted the votes.", "Le ministère, qui reproche au syndicat d’avoir mal compté les voix, se tait."),
    ("roles-swapped", "A security guard threw a striker to the ground, police said. Holm said a third of the orders never came back.\nThe owner, Ada Lund, denied it.",
     "De l’aveu de Mme Lund, un tiers des commandes n’est jamais revenu."),
    # why
    ("cause-reversed", _BLAMED, "L’entreprise fermera 12 magasins, décision qu’elle impute à la nouvelle taxe et non à la hausse des loyers."),
    ("cause-unknown", _CLOSED, "Les dockers ont mis fin à leur grève sous l’effet d’une injonction du tribunal."),
    ("cause-unknown", "The airline lost 86 million dollars because an engine defect kept a quarter of its fleet on the ground.",
     "La compagnie a perdu 86 millions de dollars, une grève des pilotes ayant cloué au sol le quart de sa flotte."),
    ("cause-reversed", "Inspectors blamed the cracks on a chemical reaction in the concrete and ruled out the earthquake.",
     "Les inspecteurs imputent les fissures au séisme et mettent hors de cause la réaction chimique dans le béton."),
    # who is what
    ("role-wrong", "The auditor general, Per Holm, said he had been refused access.", "Le procureur général, Per Holm, dit s’être vu refuser l’accès."),
    ("role-wrong", "Justice Minister Ada Lund said she had learned of it in May. Prosecutor General Per Holm said nothing.", "Le procureur général, Ada Lund, dit l’avoir appris en mai."),
)  # fmt: skip


@pytest.mark.parametrize(("code", "source", "french"), _WRONG)
def test_what_is_turned_round_is_found(code: str, source: str, french: str) -> None:
    assert code in _codes(source, french)


# the source | what free French may make of it
_RIGHT = (
    (_ACCUSED, "La maire, Ada Lund, accuse le port d’avoir caché la fuite, ce que dément le directeur, Per Holm."),
    (_ACCUSED, "La maire, Ada Lund, accuse le port d’avoir caché la fuite, ce dont se défend Per Holm."),
    ("The mayor, Ada Lund, accused the port of hiding the leak. Its director, Per Holm, made no secret of it.",
     "La maire, Ada Lund, accuse le port d’avoir caché la fuite, ce dont le directeur, Per Holm, ne fait pas mystère."),
    ("Per Holm, who accepted the work without inspecting it, conceded that he should have sent an engineer.",
     "Per Holm, qui a réceptionné les travaux sans contrôle, convient qu’il aurait dû envoyer un ingénieur."),
    ("The senator, Owen Tarrow, refused to concede the race.", "Le sénateur Owen Tarrow ne s’avoue pas vaincu."),
    ("The firm rejects the claim, and the panel said it had not been able to establish who gave the order.",
     "L’entreprise rejette l’accusation, et la commission dit n’avoir pu établir qui a donné l’ordre."),
    ("The agency opened a case but did not suspend the rower.", "L’agence a ouvert une procédure sans pour autant suspendre la rameuse."),
    ("Its authors warn that two years may be too short to see an effect.", "Ses auteurs préviennent que deux ans ne suffisent peut-être pas pour observer un effet."),
    ("The owner does not intend to sell the vineyard.", "Le propriétaire n’entend pas vendre le vignoble."),
    ("The owner does not intend to sell the vineyard.", "Le propriétaire exclut de vendre le vignoble."),
    ("The fund denies any fraud. No one has been charged.", "Le fonds conteste toute fraude, et nul n’a été inculpé."),
    ("The mayor accused the county of accepting the work without inspecting it. The county denied that, saying engineers had inspected it three times.",
     "La maire reproche au comté d’avoir réceptionné les travaux sans contrôle, ce que dément ce dernier, qui fait état de trois inspections."),
    ("Carland was the first country to do without clerks in its courts.", "Le Carland a été le premier pays à se passer de greffiers dans ses tribunaux."),
    ("She was dismissed in May, for reasons that the firm says were unrelated. The panel is due to hear her claim in July.",
     "Elle a été licenciée en mai, pour des motifs sans rapport, selon l’entreprise."),
    ("The brewery has passed on the extra cost to its customers.", "La brasserie a déjà répercuté ce surcoût sur ses clients."),
    ("The firm has put up 46 turbines on the ridge. It plans to add 12 in the valley next to the river.", "L’entreprise a érigé 46 éoliennes sur la crête."),
    ("The group sold 30% of the port to a fund.", "Le groupe a cédé 30 % du port à un fonds."),
    ("The shares gave up 4.3% on Wednesday.", "L’action a cédé 4,3 % mercredi."),
    ("Pumps will be flown up by helicopter if the road, cut by a landslide, stays shut.", "Les pompes seront acheminées par hélicoptère si la route reste coupée."),
    ("The firm charged above the legal ceiling on at least 400 orders.", "Le plafond légal a été dépassé sur au moins 400 commandes."),
    ("She was punished for publicly criticising a 15% cut in students' grants.", "Elle paierait ses critiques publiques contre la baisse de 15 % des bourses étudiantes."),
    (_SUED, "La nageuse Ada Lund demande à la justice de contraindre la fédération nationale à la laisser courir à Oslo."),
    (_SUED, "La fédération nationale est attaquée par Ada Lund, qui veut que le tribunal l’oblige à la laisser courir à Oslo."),
    ("The minister denied that her staff had ignored complaints from nurses.", "La ministre dément que ses services aient ignoré les plaintes des infirmières."),
    ("The union argued that the ministry had miscounted the votes.", "Le ministère, auquel le syndicat reproche d’avoir mal compté les voix, se tait."),
    ("Lund said she would give up her seat if the court ruled against the federation.", "Mme Lund se dit prête à céder sa place si le tribunal donne tort à la fédération."),
    ("OSTBY PORT, Norway, Oct 19 - Halvor Line said on Monday it was diverting 14 ships from Ostby Port to Bergen.",
     "Halvor Line a annoncé lundi le déroutement de 14 navires d’Ostby Port vers Bergen."),
    (_BLAMED, "L’entreprise fermera 12 magasins, décision qu’elle impute à la hausse des loyers et non à la nouvelle taxe."),
    (_CLOSED, "Les dockers ont mis fin à leur grève grâce à l’abandon du projet de fermeture de la cantine."),
    ("The dam was paid for by the state and by a loan from the bank. Only two pipes were laid because the contractor, Tarn, ran over budget.",
     "L’État a financé le barrage, le reste provenant d’un prêt de la banque ; deux conduites seulement ont été posées, l’entreprise Tarn ayant dépassé son budget."),
    ("The lab was out of action for months because a fire shut it down.", "Un incendie ayant mis le laboratoire à l’arrêt, il est resté fermé des mois."),
    ("\"It was dark,\" said Judge Ada Lund, who led the review.", "Il faisait noir, dit la juge Ada Lund, qui a dirigé l’enquête."),
    ("Prosecutor General Per Holm said nothing. Justice Minister Ada Lund said she had learned of it in May.", "Le procureur général, Per Holm, n’a rien dit."),
    ("Talks led by a mediator, Per Holm, collapsed on Thursday.", "Les pourparlers menés par le médiateur Per Holm ont échoué jeudi."),
    ("\"We waited,\" said Tarnmer's head of operations, Ada Lund. The union accused Tarnmer, which owns 30% of the port.",
     "Le syndicat accuse Tarnmer, actionnaire du port à 30 %."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "french"), _RIGHT)
def test_free_french_that_says_the_same_is_let_be(source: str, french: str) -> None:
    assert not _codes(source, french)
