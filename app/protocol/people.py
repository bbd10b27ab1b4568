"""Who is in it: the client with the brand kit, and the roles (S2, T4)."""

from dataclasses import dataclass

from app.field import BRIEF, CHECKLIST, CRITERIA, Kind, identity, row


@dataclass(frozen=True, slots=True)
class Brand:
    """The client's brand kit."""

    primary_color: str = row(
        Kind.COLOUR,
        "Brand colour",
        documents=CHECKLIST,
        strong="#0B5D5B",
        guidance="The one colour of the documents, as #RRGGBB. Baton darkens it until it can be read.",
    )
    guidelines: str = row(
        Kind.TEXT,
        "Brand guidelines",
        question="Where are the brand guidelines?",
        documents=CHECKLIST,
        required=True,
        guidance="Name, version and place, so that the right edition is opened.",
        strong="Brand book v3, shared drive / Brand",
        weak="See the usual guidelines",
        why="Whoever makes the work guesses at the brand until they find the rules.",
    )
    fonts: str = row(
        Kind.LINE, "Brand fonts", documents=CHECKLIST, guidance="Family and weights, and where the files are."
    )
    logo: bytes = row(Kind.PICTURE, "Logo", guidance="PNG or JPEG; it heads every page.")


@dataclass(frozen=True, slots=True)
class Client:
    """Who the campaign is for; shared by all campaigns of that client in a workspace."""

    id: str = identity()
    name: str = row(
        Kind.LINE,
        "Client",
        question="Who is it for?",
        guidance="The company as it writes its own name. Its campaigns share one brand kit.",
        strong="Oatmoor Vets",
        documents=(*BRIEF, *CHECKLIST, *CRITERIA),
        required=True,
        why="Every page names the client; without one nobody knows whose campaign this is.",
    )
    brand: Brand = row(Kind.PART, "Brand kit", rows=Brand)


@dataclass(frozen=True, slots=True)
class Person:
    """A role in the campaign, with or without a name. Work is given to roles; people change."""

    id: str = identity()
    role: str = row(
        Kind.LINE,
        "Role",
        documents=CHECKLIST,
        required=True,
        why="A person without a role cannot be asked for the right thing.",
        strong="Content lead",
        weak="Marketing team",
    )
    name: str = row(Kind.LINE, "Name", documents=CHECKLIST)
    email: str = row(Kind.LINE, "E-mail", documents=CHECKLIST)
    side: str = row(
        Kind.CHOICE,
        "Side",
        documents=CHECKLIST,
        required=True,
        open=True,
        choices=(
            ("internal", "Internal"),
            ("client", "Client"),
            ("external", "External"),
            ("vendor", "Vendor"),
        ),
    )
