/// What premises are wholly or mainly used for, as Schedule 1 of the Terrorism (Protection of Premises) Act 2025
/// groups it.
package enum PremisesUse: String, CaseIterable, Sendable, Codable {
    case shop
    case foodAndDrink = "food-and-drink"
    case entertainment
    case sportsGround = "sports-ground"
    case library
    case hall
    case visitorAttraction = "visitor-attraction"
    case hotel
    case worship
    case healthCare = "health-care"
    case station
    case aerodrome
    case childcare
    case school
    case furtherEducation = "further-education"
    case higherEducation = "higher-education"
    case publicAuthority = "public-authority"
    /// In none of the groups: the Act asks nothing of such premises, whatever their size.
    case unlisted
    /// The person who asks does not know.
    case unsure
}
