"""Passages written for the tests, with the quotations a reader finds in them: (words, speaker). Towns and people are invented."""
# ruff: noqa: E501  passages and pages are kept as one reads them

from typing import NamedTuple

__all__ = ["PASSAGES", "Passage"]


class Passage(NamedTuple):
    text: str
    quotes: tuple[tuple[str, str | None], ...]


PASSAGES = (
    Passage(
        "“We never asked for this bridge,” said Anna Holt, the mayor of Brenford.",
        (("We never asked for this bridge,", "Anna Holt"),),
    ),
    Passage(
        '"We never asked for this bridge," Anna Holt said on Monday.',
        (("We never asked for this bridge,", "Anna Holt"),),
    ),
    Passage(
        "“We never asked for this,” Anna Holt said. “And we will not pay for it.”",
        (("We never asked for this,", "Anna Holt"), ("And we will not pay for it.", "Anna Holt")),
    ),
    Passage(
        '"The water came in the night," Tom Ward, a retired baker, told reporters, "and nobody warned us at all."',
        (("The water came in the night,", "Tom Ward"), ("and nobody warned us at all.", "Tom Ward")),
    ),
    Passage(
        'Police chief Maria Lund said: "Nobody was hurt, and the road is open again."',
        (("Nobody was hurt, and the road is open again.", "Maria Lund"),),
    ),
    Passage(
        "Lund said the closure was “a last resort that no one in this office wanted”.\n\nMaria Lund leads the police of Ostwick.",
        (("a last resort that no one in this office wanted", "Lund"),),
    ),
    Passage(
        "According to Peter Vane, “the figures were wrong from the first day to the last”.",
        (("the figures were wrong from the first day to the last", "Peter Vane"),),
    ),
    Passage(
        "Dr. Helen Moss warned on Tuesday. “If the wells run dry, the town has nine days of water left,” she said.",
        (("If the wells run dry, the town has nine days of water left,", "Helen Moss"),),
    ),
    Passage(
        "“She looked at me and said ‘you have an hour to leave’ and that was that,” said Omar Reyes.",
        (("She looked at me and said ‘you have an hour to leave’ and that was that,", "Omar Reyes"),),
    ),
    Passage(
        "“This was never about money,” said Ruth Castle.\n\n“It was about trust. We gave ours, and they spent it.”",
        (
            ("This was never about money,", "Ruth Castle"),
            ("It was about trust. We gave ours, and they spent it.", None),
        ),
    ),
    Passage(
        "Senator Paul Grady spoke for an hour. “We have waited four years for this report.\n\n“We will not wait a fifth,” Grady said.",
        (("We have waited four years for this report.", "Paul Grady"), ("We will not wait a fifth,", "Paul Grady")),
    ),
    Passage("The mayor called the so-called “smart benches” of Brenford a waste.", ()),
    Passage("The film “The Long Road to Ostwick” opens on Friday in six theatres.", ()),
    Passage("Officials described the plan as “robust” and “fair”.", ()),
    Passage('Her novel "A Winter in the Harbour" won the prize of the city.', ()),
    Passage("The form is known as “Notice of Intent to Withhold” among lawyers.", ()),
    Passage('The 6" pipe and the 8" pipe run below the old market.', ()),
    Passage("Residents don't trust the council's numbers, and the firm's lawyers know it.", ()),
    Passage(
        "‘We will reopen the school in March, whatever the weather,’ said Jane Firth, the head teacher.",
        (("We will reopen the school in March, whatever the weather,", "Jane Firth"),),
    ),
    Passage("“No,” said Grady.", (("No,", "Grady"),)),
    Passage("“It is a scandal,” said a spokeswoman for the port.", (("It is a scandal,", None),)),
    Passage(
        "The ministry said in a statement that it “takes every complaint of this kind very seriously”.",
        (("takes every complaint of this kind very seriously", None),),
    ),
    Passage("“Where will they go?” asked Lena Brook, who runs the shelter.", (("Where will they go?", "Lena Brook"),)),
    Passage(
        "“We are closing,” Brook wrote in a letter to members. “There is no money left for another winter.”",
        (("We are closing,", "Brook"), ("There is no money left for another winter.", "Brook")),
    ),
    Passage(
        'Mr. Ivo Kern added: "The ships never came back, and neither did the jobs."',
        (("The ships never came back, and neither did the jobs.", "Ivo Kern"),),
    ),
    Passage(
        "« Nous ne paierons pas pour les autres », a déclaré Jean Mercoeur, maire de Brissac-le-Vieux.",
        (("Nous ne paierons pas pour les autres", "Jean Mercoeur"),),
    ),
    Passage(
        "« Nous avons prévenu tout le monde », affirme la préfète Claire Anselme.",
        (("Nous avons prévenu tout le monde", "Claire Anselme"),),
    ),
    Passage(
        "« C’est trop tard », soupire Luc Tavernier. « Les arbres sont déjà coupés. »",
        (("C’est trop tard", "Luc Tavernier"), ("Les arbres sont déjà coupés.", "Luc Tavernier")),
    ),
    Passage(
        "Selon Anne Morel, « la mesure sera retirée avant la fin de l’année ».",
        (("la mesure sera retirée avant la fin de l’année", "Anne Morel"),),
    ),
    Passage(
        "Marc Delorme explique : « Le barrage a tenu, mais de justesse. »",
        (("Le barrage a tenu, mais de justesse.", "Marc Delorme"),),
    ),
    Passage(
        "Interrogée mardi, Sophie Aubrac n’a rien caché. « Je partirai en juin », a-t-elle annoncé.",
        (("Je partirai en juin", "Sophie Aubrac"),),
    ),
    Passage(
        "« Il m’a dit “tu n’as rien à faire ici” et il a fermé la porte », raconte Nadia Ferrand.",
        (("Il m’a dit “tu n’as rien à faire ici” et il a fermé la porte", "Nadia Ferrand"),),
    ),
    Passage("Le film « Les Hivers de Brissac » sort mercredi dans douze salles.", ()),
    Passage("Cette « taxe verte » ne dit pas son nom.", ()),
    Passage("Le rapport, intitulé « Pour une ville qui respire mieux demain », compte cent pages.", ()),
    Passage(
        '"On ne nous a rien expliqué", regrette Hugo Lemaire, boulanger à Sornay.',
        (("On ne nous a rien expliqué", "Hugo Lemaire"),),
    ),
    Passage(
        "“On ne lâchera rien avant la signature”, prévient M. Lemaire, délégué du personnel.",
        (("On ne lâchera rien avant la signature", "Lemaire"),),
    ),
    Passage(
        "La ministre a jugé que l’accord était « un premier pas vers une paix durable dans la vallée ».",
        (("un premier pas vers une paix durable dans la vallée", None),),
    ),
    Passage("« Et après ? », demande Inès Carrel, élue d’opposition.", (("Et après ?", "Inès Carrel"),)),
    Passage(
        "« La situation reste fragile.\n\n« Mais nous tenons », assure Paul Vasseur, chef des pompiers.",
        (("La situation reste fragile.", "Paul Vasseur"), ("Mais nous tenons", "Paul Vasseur")),
    ),
    Passage(
        "“When we opened the crates,” said Lt. Col. Hannah Boyd, who led the search, “there was nothing inside but sand.”",
        (("When we opened the crates,", "Hannah Boyd"), ("there was nothing inside but sand.", "Hannah Boyd")),
    ),
    Passage(
        "“What would you have done?” Garcia asked the jurors. Nobody answered.",
        (("What would you have done?", "Garcia"),),
    ),
    Passage(
        "“I’m not a politician,” Kwame Mensah likes to say. “I’m a plumber who got angry.”",
        (("I’m not a politician,", "Kwame Mensah"), ("I’m a plumber who got angry.", "Kwame Mensah")),
    ),
    Passage("The union’s reply was one line long. “See you in court.”", (("See you in court.", None),)),
    Passage(
        "According to the report, “at least 14 people had complained before the first arrest”.",
        (("at least 14 people had complained before the first arrest", None),),
    ),
    Passage(
        "The airline said it was “cooperating fully with investigators”.",
        (("cooperating fully with investigators", None),),
    ),
    Passage("The bill, known as the “Clean Slate Act”, passed by two votes.", ()),
    Passage("She typed “password123” and was in.", ()),
    Passage(
        "« Nous avons tout perdu, a témoigné mardi Mireille Fabre, gérante du camping. L’eau est montée en dix minutes. »",
        (("Nous avons tout perdu", "Mireille Fabre"), ("L’eau est montée en dix minutes.", "Mireille Fabre")),
    ),
    Passage(
        "« Vous savez, glisse-t-il, on s’habitue à tout. »", (("Vous savez", None), ("on s’habitue à tout.", None))
    ),
    Passage(
        "Dans un communiqué, la préfecture « déplore la tenue de ce rassemblement malgré l’interdiction ».",
        (("déplore la tenue de ce rassemblement malgré l’interdiction", None),),
    ),
    Passage(
        "Le député Hervé Quintin s’est dit « consterné par la légèreté avec laquelle le dossier a été traité ».",
        (("consterné par la légèreté avec laquelle le dossier a été traité", "Hervé Quintin"),),
    ),
    Passage(
        "\"C'est une honte !\" s'emporte Gilles Roussin, retraité, devant la mairie.",
        (("C'est une honte !", "Gilles Roussin"),),
    ),
    Passage(
        "« Je ne démissionnerai pas », a martelé le président Aldo Ferrini, avant d’ajouter : « Le peuple jugera. »",
        (("Je ne démissionnerai pas", "Aldo Ferrini"), ("Le peuple jugera.", "Aldo Ferrini")),
    ),
    Passage(
        "Comme le résume Thomas Vidal : « Un algorithme n’a pas de casier judiciaire. »",
        (("Un algorithme n’a pas de casier judiciaire.", "Thomas Vidal"),),
    ),
    Passage(
        "« Personne ne nous a écoutés », lâche Amélie Caron, aide-soignante à Roubaix.",
        (("Personne ne nous a écoutés", "Amélie Caron"),),
    ),
    Passage(
        "Interrogé par « Le Parisien », le préfet Alain Couderc reconnaît « une erreur d’appréciation dans les premières heures ».",
        (("une erreur d’appréciation dans les premières heures", "Alain Couderc"),),
    ),
    Passage("Baptisé « Horizon 2030 pour tous les territoires », le plan coûtera un milliard.", ()),
    Passage("Grady, 61, was re-elected in May. He has lived in Brenford since 1988.", ()),
    Passage(
        "Workers chanted outside the gates as the vote was counted. “Enough is enough” read the banners.",
        (("Enough is enough", None),),
    ),
)
