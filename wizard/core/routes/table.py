"""The routes in the order in which they are shown."""

from wizard.core.routes import family, learning, recognition, search, work

ROUTES = (
    search.ROUTES[:1]
    + work.ROUTES
    + learning.ROUTES[:2]
    + recognition.ROUTES
    + learning.ROUTES[2:]
    + family.ROUTES
    + search.ROUTES[1:]
)
BY_ID = {route.id: route for route in ROUTES}

# Routes asked about where the visitor names no goal. The others are judged from the same answers. See goals.py.
ASKED_ROUTES = (
    "opportunity_card",
    "skilled_vocational",
    "skilled_academic",
    "eu_blue_card",
    "it_specialist_experience",
    "experienced_worker",
    "recognition_partnership",
    "vocational_training",
    "western_balkans",
    "care_nurse",
)
