"""Routes to join family in Germany: s.27 to 36a AufenthG."""

from __future__ import annotations

from wizard.core.conditions import (
    ALWAYS,
    above,
    all_of,
    any_of,
    at_least,
    below,
    equals,
    is_false,
    is_true,
    none_of,
    one_of,
    told,
)
from wizard.core.requirements import Route, Variant, addable, decided, must
from wizard.core.routes import parts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.requirements import Requirement
    from wizard.core.shapes import Any

# s.29(5), s.30(1) sentence 3 no.5, s.32(2), s.36(3) AufenthG.
SKILLED_TITLES = (
    "blue_card",
    "ict_card",
    "s18a",
    "s18b",
    "s18c_3",
    "s18d",
    "s18f",
    "s19c_1_listed",
    "s19c_2",
    "s19c_4",
    "s21",
)
REFUGEE_TITLES = ("s23_4", "s25_1", "s25_2_refugee", "s26_3", "s26_4_after_subsidiary")
SHUT_OUT = ("s25_4", "s25_4b", "s25_5", "s25a_2", "s25b_4", "s104a_1_1", "s104b", "s104c")
RESTRICTED = ("s22", "s23_1", "s23_2", "s25_3", "s25_4a_1", "s25a_1", "s25b_1")

_BOTH_ADULTS = addable("both_adults", is_true("both_adults"), "s.30(1) sentence 1 no.1 AufenthG", gap="date")
_TITLE_NOT_SHUT_OUT = must("sponsor_title_excluded", none_of("sponsor_title", *SHUT_OUT), "s.29(3) sentence 3 AufenthG")
_NOT_SUBSIDIARY = must("not_subsidiary", none_of("sponsor_title", "s25_2_subsidiary"), "s.36a, s.104(14) AufenthG")
_RESTRICTED = decided(
    "sponsor_title_restricted",
    "s.29(3) sentence 1 AufenthG",
    when=one_of("sponsor_title", *RESTRICTED),
)
# With these titles family may join "only" for reasons of public interest: no claim.
_NOT_RESTRICTED = none_of("sponsor_title", *RESTRICTED)
_REFUGEE_IN_TIME = all_of(one_of("sponsor_title", *REFUGEE_TITLES), is_true("refugee_family_applied_in_time"))


def _joins(relation: str, law: str) -> Requirement:
    """Each of these routes is for one kind of family. It closes a route only where the person said whom they join."""
    return must(f"joins_{relation}", equals("sponsor_relation", relation), law, when=told("sponsor_relation"))


def _a1() -> Requirement:
    return parts.german(
        "A1", "s.30(1) sentence 1 no.2, sentence 3 AufenthG", waived=one_of("sponsor_title", *SKILLED_TITLES)
    )


def _housing(**more: Any) -> Requirement:
    return addable(
        "housing",
        is_true("housing_enough"),
        "s.29(1) no.2 AufenthG",
        gap="funds",
        waived=any_of(one_of("sponsor_title", *SKILLED_TITLES), _REFUGEE_IN_TIME),
        **more,
    )


def _livelihood(**more: Any) -> Requirement:
    return parts.livelihood("s.5(1) no.1, s.2(3), s.29(2) AufenthG", waived=_REFUGEE_IN_TIME, **more)


SPOUSE_OF_GERMAN = Route(
    "family_spouse_of_german",
    "s.28(1) AufenthG",
    _joins("spouse", "s.28(1) no.1 AufenthG"),
    must("spouse_german", is_true("spouse_in_germany_german"), "s.28(1) no.1 AufenthG"),
    addable("both_adults", is_true("both_adults"), "s.28(1), s.30(1) AufenthG", gap="date"),
    parts.german("A1", "s.28(1) sentence 5, s.30(1) AufenthG"),
    claim=ALWAYS,
)

_LISTED = one_of(
    "sponsor_title",
    "settlement_permit",
    "eu_long_term",
    "s18c_3",
    "s26_3",
    "s26_4_after_subsidiary",
    "blue_card",
    "ict_card",
    "s18d",
    "s18f",
    "s25_1",
    "s25_2_refugee",
    "s38a",
)
_TWO_YEARS = all_of(
    none_of("sponsor_title", "german", "none", "s25_2_subsidiary"),
    at_least("sponsor_title_years", 2),
)
_MARRIED_BEFORE = all_of(
    none_of("sponsor_title", "german", "none", "s25_2_subsidiary", "s38a"),
    is_true("married_before_title"),
    above("sponsor_stay_months_expected", 12),
)

SPOUSE_OF_FOREIGNER = Route(
    "family_spouse_of_foreigner",
    "s.27, 29, 30 AufenthG",
    _joins("spouse", "s.30(1) AufenthG"),
    _BOTH_ADULTS,
    _a1(),
    addable(
        "sponsor_title",
        any_of(_LISTED, _TWO_YEARS, _MARRIED_BEFORE),
        "s.30(1) sentence 1 no.3 AufenthG",
        gap="date",
        possible=none_of("sponsor_title", "german", "none", "s25_2_subsidiary"),
    ),
    _TITLE_NOT_SHUT_OUT,
    _NOT_SUBSIDIARY,
    _housing(),
    _livelihood(),
    _RESTRICTED,
    decided("marriage_real", "s.27(1a), s.30(4) AufenthG"),
    claim=_NOT_RESTRICTED,
)

_NOT_GERMAN = none_of("sponsor_title", "german")

FAMILY_CHILD = Route(
    "family_child",
    "s.28(1) no.2, s.32 AufenthG",
    _joins("parent", "s.28(1) no.2, s.32(1) AufenthG"),
    must("child_under_18", below("child_age", 18), "s.32(1), s.28(1) no.2 AufenthG"),
    must("child_unmarried", is_true("child_unmarried"), "s.32(1) AufenthG"),
    must("parent_has_title", none_of("sponsor_title", "none"), "s.32(1) AufenthG"),
    _TITLE_NOT_SHUT_OUT,
    _NOT_SUBSIDIARY,
    addable(
        "child_from_16",
        at_least("german_level", "C1"),
        "s.32(2) AufenthG",
        gap="language",
        when=all_of(at_least("child_age", 16), is_false("moves_with_parents")),
        waived=one_of(
            "sponsor_title",
            "german",
            *SKILLED_TITLES,
            *REFUGEE_TITLES,
            "s25_2_subsidiary",
        ),
    ),
    _housing(when=_NOT_GERMAN),
    _livelihood(when=_NOT_GERMAN),
    _RESTRICTED,
    decided("custody", "s.32(3) AufenthG"),
    claim=_NOT_RESTRICTED,
)

FAMILY_PARENTS = Route(
    "family_parents",
    "s.28(1) no.3, s.36 AufenthG",
    _joins("child", "s.28(1) no.3, s.36 AufenthG"),
    _TITLE_NOT_SHUT_OUT,
    variants=(
        Variant(
            "minor_german",
            must("child_is_german", equals("sponsor_title", "german"), "s.28(1) no.3 AufenthG"),
            must("child_under_18", below("child_age", 18), "s.28(1) no.3 AufenthG"),
            must("child_unmarried", is_true("child_unmarried"), "s.28(1) no.3 AufenthG"),
        ),
        Variant(
            "minor_refugee",
            must("child_is_refugee", one_of("sponsor_title", *REFUGEE_TITLES), "s.36(1) AufenthG"),
            must("child_under_18", below("child_age", 18), "s.36(1) AufenthG"),
        ),
        Variant(
            "skilled_worker",
            must("child_is_skilled", one_of("sponsor_title", *SKILLED_TITLES), "s.36(3) AufenthG"),
            must("title_since_2024", at_least("sponsor_first_skilled_title_date", "2024-03-01"), "s.36(3) AufenthG"),
            parts.livelihood("s.36(3) AufenthG"),
            decided("discretion", "s.36(3) AufenthG", hard="discretion"),
        ),
    ),
    # s.28(1) no.3 and s.36(1) are claims, s.36(3) is not.
    claim=one_of("sponsor_title", "german", *REFUGEE_TITLES),
)

FAMILY_SUBSIDIARY = Route(
    "family_subsidiary_protection",
    "s.36a, s.104(14) AufenthG",
    must("sponsor_subsidiary", equals("sponsor_title", "s25_2_subsidiary"), "s.36a AufenthG"),
    decided("quota", "s.36a AufenthG"),
    suspended_since="2025-07-24",
    suspended_until="2027-07-23",
)

ROUTES = (SPOUSE_OF_GERMAN, SPOUSE_OF_FOREIGNER, FAMILY_CHILD, FAMILY_PARENTS, FAMILY_SUBSIDIARY)
