"""What rises and what falls, in words of both languages: the one pair of opposites that figures need as well."""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

__all__ = ["FALLS", "RISES"]

# "Flown up by helicopter" raises nothing.
_MUCH = r"(?:about|around|some|nearly|almost|just|more|less|over|under|up|roughly|at least|as much|an?|half|two|three|four|five|six|seven|eight|nine|ten|\d)"

RISES = {
    "en": r"rose|ris(?:e|es|en|ing)|(?:go|goes|went|gone|going) up|increas\w+|grew|grow(?:s|n|ing|th)?|climb\w*|jump(?:s|ed)?|surg\w+|soar\w*|gain(?:s|ed)|higher|rais(?:e|es|ed|ing)|boost\w*|hike[sd]?|swell\w*|swollen|spik(?:e|es|ed)|skyrocket\w*|balloon\w*|rebound\w*|recover(?:s|ed|y)|rall(?:y|ied)|advanced|(?:edg|tick|creep|inch)\w* up|crept up|pick(?:s|ed)? up|mount(?:s|ed|ing)|escalat\w+|widen\w*|upward\w*|upturn|up (?:from|by(?= "
    + _MUCH
    + r")|\d[\d.,]*|(?=(?:one|two|three|four|five|six|seven|eight|nine|ten|half an?) (?:percentage )?points?\b))|push\w* up|(?:drive|drives|drove|driven) up|expand\w*|heighten\w*|doubl\w+|tripl\w+|upgrad\w*",
    "fr": r"augment\w+|hausses?|progress\w+|cr[uû]t?|croissance|croît\w*|croiss\w+|grimp\w+|bond(?:s|i|is|it|ir|issent)?|(?<!voir s[’'])envol\w+|accr\w+|doubl\w+|tripl\w+|élargi\w*|relèvement\w*|relev(?:é|ée|és|ées|er|ant)(?! (?:que|qu[’']|aucune?|des|une?)\b)|mont(?:e|ent|é|ée|és|ées|er|ait|aient|era|eront|erait)|remont\w+|flamb(?:e|ent|é|ée|er|ait)|explos(?:e|ent|é|ait|er)|étoff\w+|gonfl\w+|alourd\w+|rebond\w*|redress\w+|amplifi\w+|intensifi\w+|renchéri\w*|majoré\w*|essor|embellie|creus(?:e|ent|é|ée|er|ait)",
}
FALLS = {
    "en": r"fell|fall(?:s|en|ing)?|(?:go|goes|went|gone|going|com(?:e|es|ing)|came) down|decreas\w+|declin(?:e|es|ed|ing)(?! to)|dropp?(?:s|ed|ing)?(?! (?:an?|the|its|his|her|their|all|any) (?!third|quarter|tenth|fifth|half|few|bit|little|fraction|percentage|point|full|whole)\w)|shr[aiu]nk\w*|plung\w+|slump\w*|cut(?:s|ting)?|reduc\w+|lower(?:s|ed|ing)?|slash\w*|trim(?:s|med|ming)?|halv\w+|dwindl\w+|slid(?:e|es|ing)?|eas(?:es|ed|ing)|sank|sunk|sink(?:s|ing)?|tumbl\w+|slip(?:s|ped|ping)?|dip(?:s|ped)|retreat\w*|contract(?:ed|ing|ion)|narrow(?:s|ed|ing)|ebb\w*|sag(?:s|ged)?|slow(?:s|ed|ing|down)|thinn(?:ed|ing)|wan(?:e|es|ed|ing)|tail\w* off|lessen\w*|diminish\w*|weaken\w*|crash(?:es|ed)?|collaps\w+|reced\w+|taper\w*|par(?:ed|ing) (?:back|down)|scal\w+ (?:back|down)|down (?:from|by(?= "
    + _MUCH
    + r")|\d[\d.,]*)|shed(?:s|ding)? (?=\d)|g[ai]ve(?:s|n)? up (?=\d)|downturn|downward\w*|lost|los(?:es|ing)|smaller|lesser|slower|weaker",
    "fr": r"baiss\w+|recul\w*|diminu\w+|chut\w+|rédui\w+|réduct\w+|perd\w*|pertes?|dégring\w+|plong(?:e|ent|é|ée|er|ait|eon)|effondr\w+|tomb(?:e|ent|é|ée|és|ées|er|ait)|retomb\w+|abaiss\w+|allég\w+|rétréci\w*|affaibl\w+|ralenti\w*|amput\w+|régress\w+|moindre\w*|effrit\w+|fléchi\w*|tass(?:e|ent|é|ée|er|ement)|éro[ds]\w+|fond(?:re|u|ue|ent)|dégonfl\w+|contract(?:e|ent|é|ée|er|ion)|repli\w*|descend\w*|redescend\w*|dévis\w+|clairsem\w+|amenuis\w+|rogn\w+|amoindri\w*|décrue|raréfi\w+|sombr(?:e|é|er)|dépréci\w+|décélér\w+|infléchi\w*|décro[iî]\w+|décr[uû]\w*",
}
