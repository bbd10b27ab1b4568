"""A campaign as it is when it is handed over: everything answered. Invented businesses; people are roles."""

from datetime import date as Day

from app.campaign import (
    Asset,
    Brand,
    BrandAsset,
    Campaign,
    Checkpoint,
    Client,
    Context,
    Deliverable,
    Distribution,
    Guardrails,
    Indicator,
    Line,
    Measurement,
    Metric,
    Milestone,
    Person,
    Spec,
    Stage,
    Standards,
    Strategy,
    Task,
)

PEOPLE = (
    Person(id="lead", role="Account lead", name="Robin Vale", email="robin@lanternstreet.example"),
    Person(id="writer", role="Content lead"),
    Person(id="designer", role="Designer"),
    Person(id="shop", role="Workshop manager", side="client"),
    Person(id="sponsor", role="Client sponsor", email="sponsor@wrenfield.example", side="client"),
    Person(id="printer", role="Print vendor", side="vendor"),
)

DELIVERABLES = (
    Deliverable(
        id="blog",
        name="Blog post",
        type="Blog post",
        serves="Answers “will I be without a bike?”, the worry that stops bookings.",
        specs=(
            Spec(id="1", name="Words", value="1,200"),
            Spec(id="2", name="Headers", value="5"),
            Spec(id="3", name="Examples", value="3"),
        ),
        owner="writer",
        due=Day(2026, 10, 23),
        assets=(
            Asset(
                id="hero",
                name="Hero photo",
                dimensions="1600 x 900 px",
                format="Photo, landscape",
                file_type="JPG and WebP",
                limit="400 KB",
            ),
        ),
    ),
    Deliverable(
        id="poster",
        name="Shop-window poster",
        type="Print",
        serves="Says “back the same day” to everybody who walks past.",
        specs=(Spec(id="1", name="Size", value="A2, 3 mm bleed"), Spec(id="2", value="40 words at most")),
        owner="designer",
        due=Day(2026, 10, 28),
        assets=(
            Asset(
                id="file",
                name="Print file",
                dimensions="420 x 594 mm",
                format="Poster",
                file_type="PDF/X-4",
            ),
        ),
    ),
)

APPROVAL = (
    Stage(id="self", name="Self-review", reviewer=("writer", "designer"), purpose="The brief", max_hours=24),
    Stage(
        id="align", name="Strategic alignment", reviewer=("lead",), purpose="Does it serve it?", max_hours=48
    ),
    Stage(
        id="facts",
        name="Accuracy",
        reviewer=("shop",),
        purpose="Prices, times, part names",
        max_hours=48,
        if_applicable=True,
    ),
    Stage(
        id="final",
        name="Final sign-off",
        reviewer=("sponsor",),
        purpose="The last yes before launch",
        max_hours=48,
        on_timeout="escalate",
    ),
)

WINTER = Campaign(
    id="winter",
    title="Winter Service Weeks",
    project_type="Seasonal push",
    source="Planning day, 1 October",
    client=Client(
        id="wrenfield",
        name="Wrenfield Cycles",
        brand=Brand(
            primary_color="#0B5A6B", guidelines="Brand book v3, shared drive / Brand", fonts="Inter 400"
        ),
    ),
    execution="external",
    start_date=Day(2026, 10, 12),
    planned_kickoff=Day(2026, 10, 13),
    launch_date=Day(2026, 11, 9),
    people=PEOPLE,
    strategy=Strategy(
        objective="Book 240 winter services by 18 December, up from 150 last year.",
        audience="Commuters who ride all winter, 28 to 55, within 8 km of our two shops.",
        key_message="Service it before the frost and it starts every morning.",
        success_metrics="Bookings in the workshop diary, read every Monday.",
        strategic_context="Second of three seasonal pushes in 2026.",
    ),
    context=Context(
        business_context="The workshop runs at 54% of capacity from November.\n\nIt turns people away in April.",
        customer_insight="In 61 booking calls nobody asked for a discount.",
        competitive_landscape="The chain discounts; we lend a bike.",
        success_definition="Customers say “I didn’t miss a day”.",
    ),
    deliverables=DELIVERABLES,
    brand_assets=(
        BrandAsset(
            id="logo", name="Logo", location="https://files.wrenfield.example/logo.svg", notes="On white"
        ),
    ),
    guardrails=Guardrails(
        dos=(Line(id="1", text="Say “back the same day” in the first screen."),),
        donts=(Line(id="1", text="No “sale” or “discount”."),),
    ),
    technical_requirements=(Line(id="1", text="utm_campaign=winter-service-2026 on every link."),),
    distribution=(
        Distribution(id="mail", channel="Newsletter", when="2026-11-09", owner="lead", notes="Email 1"),
        Distribution(id="window", channel="Shop window", when="From the first frost", owner="shop"),
    ),
    milestones=(
        Milestone(
            id="live", name="Go live", date=Day(2026, 11, 9), owner="lead", done_when="Test booking is paid."
        ),
        Milestone(id="drafts", name="First drafts", date=Day(2026, 10, 21), owner="writer"),
    ),
    approval=APPROVAL,
    raci=(
        Task(id="post", task="Blog post", R=("writer",), A=("lead",), C=("shop",), I=("sponsor",)),
        Task(id="go", task="Launch", R=("lead",), A=("lead",), I=("writer", "designer", "sponsor")),
    ),
    checkpoints=(
        Checkpoint(id="25", percent=25, ready="Outlines", owner="lead"),
        Checkpoint(id="50", percent=50, date=Day(2026, 10, 27), ready="First drafts", owner="lead"),
        Checkpoint(id="75", percent=75, ready="Everything is in review", owner="lead"),
    ),
    metrics=(
        Metric(
            id="bookings",
            name="Winter services booked",
            baseline="150",
            target="240",
            unit="services",
            source="Workshop diary",
            measure_on=Day(2026, 12, 18),
        ),
    ),
    indicators=(
        Indicator(
            id="words",
            name="Customers repeat the promise",
            observed_by="Counter staff notes, read every Friday",
            who="shop",
            when="Every Friday",
        ),
    ),
    measurement=(
        Measurement(id="first", when="2026-11-16", what="First-week reading", who="lead"),
        Measurement(id="last", when="2027-01-04", what="Final reading", who="sponsor"),
    ),
    standards=Standards(weekly_sync="Tuesdays 10:00 to 10:30, online"),
)
