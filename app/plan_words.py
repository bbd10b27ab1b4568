"""What calendar entries and tasks are called, in every language of the documents; field labels come from the table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanWords:
    """Fixed words; those with braces are patterns."""

    make: str
    due: str
    review: str
    revise: str
    lead: str
    lead_time: str
    publish: str
    read: str

    production: str
    """The sections a task list has."""
    reviews: str
    milestones: str
    publication: str
    results: str

    to_the_letter: str
    """When a deliverable, a review, a revision and a publication are done."""
    answered: str
    answered_within: str
    revised: str
    published: str

    done_when: str
    after: str
    no_reply: str
    agenda: str
    minutes: str

    calendar: str
    tasks: str
    file: str


_ENGLISH = PlanWords(
    make="Make: {name}",
    due="Due: {name}",
    review="Review: {name} ({stage})",
    revise="Revise: {name}",
    lead="{what}: {name}",
    lead_time="Lead time",
    publish="Publish: {name}",
    read="Read results: {name}",
    production="Production",
    reviews="Review",
    milestones="Milestones",
    publication="Publication",
    results="Results",
    to_the_letter="It matches its specification word for word.",
    answered="An answer is given.",
    answered_within="An answer is given within {time}, on business days.",
    revised="Every note is worked in or answered.",
    published="It is out, and every link has been tried.",
    done_when="Done when",
    after="After",
    no_reply="No reply in time",
    agenda="Agenda",
    minutes="{start} to {end} min",
    calendar="Calendar",
    tasks="Task list",
    file="Campaign file",
)
_GERMAN = PlanWords(
    make="Erstellen: {name}",
    due="Fällig: {name}",
    review="Prüfen: {name} ({stage})",
    revise="Überarbeiten: {name}",
    lead="{what}: {name}",
    lead_time="Vorlauf",
    publish="Veröffentlichen: {name}",
    read="Ergebnisse ablesen: {name}",
    production="Produktion",
    reviews="Freigabe",
    milestones="Meilensteine",
    publication="Veröffentlichung",
    results="Ergebnisse",
    to_the_letter="Es entspricht Wort für Wort seiner Spezifikation.",
    answered="Eine Antwort liegt vor.",
    answered_within="Eine Antwort liegt innerhalb von {time} vor, gezählt an Werktagen.",
    revised="Jede Anmerkung ist eingearbeitet oder beantwortet.",
    published="Es ist veröffentlicht, und jeder Link ist geprüft.",
    done_when="Fertig, wenn",
    after="Nach",
    no_reply="Ohne Antwort in der Frist",
    agenda="Agenda",
    minutes="Minute {start} bis {end}",
    calendar="Kalender",
    tasks="Aufgabenliste",
    file="Kampagnendatei",
)
_FRENCH = PlanWords(
    make="Produire\u00a0: {name}",
    due="Échéance\u00a0: {name}",
    review="Relire\u00a0: {name} ({stage})",
    revise="Corriger\u00a0: {name}",
    lead="{what}\u00a0: {name}",
    lead_time="Délai",
    publish="Publier\u00a0: {name}",
    read="Relever les résultats\u00a0: {name}",
    production="Production",
    reviews="Validation",
    milestones="Jalons",
    publication="Publication",
    results="Résultats",
    to_the_letter="Le livrable respecte sa spécification mot pour mot.",
    answered="Une réponse est donnée.",
    answered_within="Une réponse est donnée sous {time}, en jours ouvrés.",
    revised="Chaque remarque est intégrée ou a reçu une réponse.",
    published="La publication est faite et chaque lien a été testé.",
    done_when="Terminé quand",
    after="Après",
    no_reply="Sans réponse à temps",
    agenda="Ordre du jour",
    minutes="de {start} à {end} min",
    calendar="Calendrier",
    tasks="Liste des tâches",
    file="Fichier de campagne",
)
_SPANISH = PlanWords(
    make="Crear: {name}",
    due="Vence: {name}",
    review="Revisar: {name} ({stage})",
    revise="Corregir: {name}",
    lead="{what}: {name}",
    lead_time="Plazo de entrega",
    publish="Publicar: {name}",
    read="Leer resultados: {name}",
    production="Producción",
    reviews="Aprobación",
    milestones="Hitos",
    publication="Publicación",
    results="Resultados",
    to_the_letter="Cumple su especificación palabra por palabra.",
    answered="Hay una respuesta.",
    answered_within="Hay una respuesta en {time}, contadas en días laborables.",
    revised="Cada comentario está incorporado o respondido.",
    published="Está publicado y se ha probado cada enlace.",
    done_when="Listo cuando",
    after="Después de",
    no_reply="Sin respuesta a tiempo",
    agenda="Orden del día",
    minutes="de {start} a {end} min",
    calendar="Calendario",
    tasks="Lista de tareas",
    file="Archivo de campaña",
)
SPOKEN = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}


def plan_words(code: str) -> PlanWords:
    """The words of a language of the documents; English where there are none."""
    return SPOKEN.get(code, _ENGLISH)
