"""The answer fields: their types, values and defaults. Names are those of the research on the law."""

COUNTRIES = ("AF", "EG", "AL", "GM", "GH", "IQ", "XK", "MA", "NG", "PK", "SN", "RS", "TN")
LEVELS = ("none", "A1", "A2", "B1", "B2", "C1", "C2")

# name -> (type, values or (least, most) or None)
FIELDS = {
    "for_whom": ("enum", ("self", "other")),
    "situation": ("enum", ("in_germany_thinking_of_return", "back_home", "thinking_of_leaving")),
    "nationality": ("enum", COUNTRIES),
    "residence_country": ("country", None),
    "place": ("text", None),
    "needs": ("set", ("work", "training", "business", "papers", "school", "health", "psychosocial", "housing", "legal", "money")),
    "age": ("integer", (0, 120)),
    "age_at_job_start": ("integer", (0, 120)),
    "age_at_first_grant": ("integer", (0, 120)),
    "first_grant": ("boolean", None),
    "first_ba_consent": ("boolean", None),
    "valid_passport": ("boolean", None),
    "identity_clarified": ("boolean", None),
    "expulsion_interest": ("boolean", None),
    "highest_qualification": ("enum", ("none", "vocational_lt2y", "vocational_ge2y", "academic", "tertiary_ge3y_isced6", "ahk_vocational")),
    "qualification_state_recognised_at_home": ("boolean", None),
    "qualification_isco08": ("isco08", None),
    "recognition_status": ("enum", ("none", "applied", "partial_deficit_notice", "full_equivalence", "comparable_degree", "german_degree", "german_training")),
    "profession_regulated": ("boolean", None),
    "licence_to_practise": ("enum", ("none", "promised", "granted")),
    "german_level": ("level", LEVELS),
    "english_level": ("level", LEVELS),
    "experience_years_last5": ("number", (0, 5)),
    "experience_years_last7": ("number", (0, 7)),
    "degree_age_years": ("number", (0, 80)),
    "school_certificate_university_access": ("boolean", None),
    "driver_licence": ("enum", ("none", "home_licence", "eu_licence_and_qualification")),
    "job_offer": ("enum", ("none", "unqualified", "qualified", "it_qualified")),
    "occupation_isco08": ("isco08", None),
    "contract_months": ("integer", (0, 600)),
    "hours_per_week": ("number", (0, 60)),
    "salary_gross_year": ("number", (0, 1000000)),
    "employer_tariff_bound": ("boolean", None),
    "temp_agency_job": ("boolean", None),
    "both_sides_assure_real_employment": ("boolean", None),
    "ba_consent": ("boolean", None),
    "quota_free": ("boolean", None),
    "adequate_pension": ("boolean", None),
    "training_place": ("boolean", None),
    "training_type": ("enum", ("in_company", "school")),
    "training_years": ("number", (0, 6)),
    "training_language_settled": ("boolean", None),
    "university_admission": ("enum", ("none", "conditional_or_part_time", "preparatory", "full")),
    "lessons_per_week": ("integer", (0, 60)),
    "recognition_measure_place": ("boolean", None),
    "recognition_exam_needed": ("boolean", None),
    "recognition_agreement_with_employer": ("boolean", None),
    "skills_analysis_promised": ("boolean", None),
    "placed_by_ba_agreement": ("boolean", None),
    "hosting_agreement": ("boolean", None),
    "service": ("enum", ("FSJ", "FOeJ", "BFD", "weltwaerts_sued_nord", "european_voluntary_service")),
    "voluntary_service_contract": ("boolean", None),
    "finished_stay_in_germany": ("enum", ("none", "degree", "research", "qualified_training", "recognition", "assistant_training_health_care")),
    "funds_per_month": ("number", (0, 100000)),
    "funds_including_health_insurance": ("boolean", None),
    "health_insurance": ("boolean", None),
    "stayed_in_germany_last5_months": ("integer", (0, 60)),
    "partner_also_applies": ("boolean", None),
    "points_total": ("integer", (0, 16)),
    "both_adults": ("boolean", None),
    "spouse_in_germany_german": ("boolean", None),
    "sponsor_title": ("enum", (
        "german", "settlement_permit", "eu_long_term", "s18c_3", "s26_3", "s26_4_after_subsidiary", "blue_card",
        "ict_card", "s18a", "s18b", "s18d", "s18f", "s19c_1_listed", "s19c_2", "s19c_4", "s21", "part_3",
        "part_4_other", "s22", "s23_1", "s23_2", "s23_4", "s24", "s25_1", "s25_2_refugee", "s25_2_subsidiary",
        "s25_3", "s25_4", "s25_4a_1", "s25_4a_3", "s25_4b", "s25_5", "s25a_1", "s25a_2", "s25b_1", "s25b_4",
        "s104a_1_1", "s104b", "s104c", "part_5_other", "part_6", "s37", "s38", "s38a", "s7_1_3", "none",
    )),
    "sponsor_title_years": ("number", (0, 80)),
    "sponsor_stay_months_expected": ("integer", (0, 600)),
    "sponsor_first_skilled_title_date": ("date", None),
    "married_before_title": ("boolean", None),
    "refugee_family_applied_in_time": ("boolean", None),
    "housing_enough": ("boolean", None),
    "child_age": ("integer", (0, 120)),
    "child_unmarried": ("boolean", None),
    "moves_with_parents": ("boolean", None),
    "entry_ban": ("enum", ("none", "running", "expired", "unknown")),
    "previous_stay_as_asylum_seeker_or_tolerated": ("boolean", None),
    "asylum_benefits_last24m": ("boolean", None),
    "asylum_status": ("enum", ("never_applied", "running", "rejected_appeal_possible", "rejected_final", "tolerated", "protected", "residence_permit", "visa_free_stay", "unknown")),
    "departure_deadline": ("enum", ("none", "running", "passed", "unknown")),
    "tolerated_for_training_or_work": ("boolean", None),
    "minor_alone": ("boolean", None),
    "children_with_me": ("boolean", None),
    "serious_illness": ("boolean", None),
    "trafficking_or_violence": ("boolean", None),
    "state_recognised_or_regulated": ("boolean", None),
}

# Taken where there is no answer (rule_keys of the research; s.18(2) no.4a AufenthG for the last one).
DEFAULTS = {"first_grant": True, "first_ba_consent": True, "both_sides_assure_real_employment": True}

# Taken from another field where there is no answer.
DEFAULT_FROM = {"age_at_job_start": "age", "age_at_first_grant": "age"}

# Our own: general conditions that hold for most people. A verdict that rests on them says so.
# Saying "I don't know" (null, or the value unknown) takes the assumption away.
ASSUMED = {"valid_passport": True, "identity_clarified": True, "expulsion_interest": False, "entry_ban": "none"}

# Results of the procedure or computed: never asked.
NOT_ASKED = ("ba_consent", "quota_free", "points_total")
