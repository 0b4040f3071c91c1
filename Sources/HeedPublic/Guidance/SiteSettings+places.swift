import HeedWeb

extension SiteSettings {
    /// What pages of guidance may name in braces.
    var places: [String: PlaceValue] {
        [
            "force": .text(forceName),
            "place": .text(placeName),
            "emergency": .telephone(emergency),
            "nonEmergency": .telephone(nonEmergency),
            "hotline": .telephone(hotline),
            "preventLine": .telephone(preventLine.isEmpty ? nonEmergency : preventLine),
            "crimestoppers": .telephone(national.crimestoppers),
            "childline": .telephone(national.childline),
            "cohortDays": .text("\(cohortDays)"),
            "formHours": .text("\(JourneyState.life / 3_600)"),
            "adviceLine": .telephone(national.adviceLine),
            "relay": .telephone(national.relay),
            "textPhone": .telephone(national.textPhone),
            "onlineReport": .address(national.onlineReport),
            "advicePage": .address(national.advicePage),
            "protectPage": .address(national.protectPage),
            "travelPage": .address(national.travelPage),
            "preventPage": .address(national.preventPage),
            "threatPage": .address(national.threatPage),
            "answersPage": .address(national.answersPage),
        ]
    }
}
