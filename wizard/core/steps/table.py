"""Steps of each situation."""

from wizard.core.steps import arriving, leaving, returning

BY_SITUATION = {
    "in_germany_thinking_of_return": returning.STEPS,
    "back_home": arriving.STEPS,
    "thinking_of_leaving": leaving.STEPS,
}
