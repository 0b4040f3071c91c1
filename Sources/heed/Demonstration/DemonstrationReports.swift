import HeedCore

/// The demonstration's reports. Every place, person and thing is invented: Exampleton and Sampleford are on no map,
/// numbers are from the ranges kept free for stories, and no plate is one that can be issued.
enum DemonstrationReports {
    static let all: [DemonstrationReport] = fresh + working + waiting + finished

    static let fresh: [DemonstrationReport] = [
        .init(
            .untouched,
            "A man has stood by the back gate of the Exampleton depot three evenings in a row and timed the guards. "
                + "He said he was counting birds. There are no birds.",
            signs: ["1"], how: ["saw"], ["where": "Example Lane, Exampleton", "when_kind": "repeats"]),
        .init(
            .untouched,
            "It is happening now. Two people carry long bags into the old Sampleford mill and one said it ends tonight.",
            signs: ["2"], how: ["saw"], danger: true, ["where": "Old mill, Sampleford", "when_kind": "now"]),
        .init(
            .untouched, "میں نے گودام کے پیچھے دو گاڑیاں دیکھیں جو رات کو آتی ہیں اور صبح سے پہلے چلی جاتی ہیں۔",
            signs: ["4"],
            how: ["saw"]),
        .init(
            .untouched, "Ktoś zostawił trzy butle z gazem przy wejściu do hali w Sampleford i odjechał.", signs: ["5"]),
        .init(.untouched, "Not sure if this is anything. A smell of chemicals from garage 12, Sample Court."),
        .init(.untouched, "buy followers cheap at example dot invalid", signals: [.trap, .quick]),
        .init(.untouched, "zzzz test test test", signals: [.quick]),
    ]

    /// What came to the other teams.
    static let others: [DemonstrationReport] = [
        .init(
            .prevent,
            "My nephew has stopped seeing his friends and spends every night with people online whom nobody has met. "
                + "He says the rest of us will see. He was not like this in spring.",
            ["changes": ["apart", "contacts"], "age": ["child"], "since": ["Since the spring"]]),
        .init(
            .prevent, "A boy in my class carries messages for older lads and has a new telephone every week.",
            ["changes": ["gang", "used"], "informed": ["school"]]),
        .init(
            .protect, "We open a hall for concerts in the spring and would like somebody to look at it with us.",
            [
                "wanted": ["visit", "law"], "site": ["Example Hall, Exampleton"], "use": ["entertainment"],
                "people": ["850"],
            ]),
        .init(
            .engagement, "Could somebody come to talk to parents about what our children meet online?",
            ["group": ["women"], "place": ["Sample Rooms, Sampleford"], "session": ["parents"]]),
    ]

    static let working: [DemonstrationReport] = [
        .init(
            .opened,
            "A neighbour takes in large drums at night, at least twenty since spring. He says they are for his allotment.",
            signs: ["5"], how: ["saw"], ["where": "Sample Court, Sampleford"]),
        .init(
            .opened, "A customer asked me to put a van hire under another name and offered to pay double.",
            signs: ["4"],
            how: ["work"], ["things": "White van, plate EXAMPLE 1"]),
        .init(
            .opened,
            "My brother talks of nothing else now and says people will remember his name. It is hard to write this.",
            signs: ["6"], how: ["told"], ["relation": "family", "traced": "yes"]),
        .init(.handedOver, "Someone filmed every camera in the Exampleton arcade and none of the shops.", signs: ["1"]),
        .init(
            .putBack, "Two men on the 00 bus talked about getting past the barrier at the Sample Arena.", how: ["told"]),
        .init(
            .triaged, "A tenant has passports in three names in a drawer. I saw them when I mended the boiler.",
            signs: ["8"],
            how: ["saw", "work"], ["who": "The tenant of flat 0, Sample House"]),
        .init(
            .triaged, "Parcels from a hidden site keep coming to the empty flat below. The labels are torn off.",
            signs: ["3"], ["where": "Sample House, Exampleton"]),
        .init(
            .triaged, "A friend of a friend has been away four months and will not say where.", signs: ["9"],
            how: ["told"]),
        .init(
            .researched, "Two hired vans stand in the same yard and the seats have been taken out.", signs: ["4"],
            how: ["saw"], ["things": "Plates EXAMPLE 2 and EXAMPLE 3"]),
        .init(
            .researched, "A regular asked for the strong peroxide without a licence, then asked my colleague the same.",
            signs: ["5"], how: ["work"]),
        .init(
            .researched, "Money goes through my aunt's account and out again the same day. She was told to keep quiet.",
            signs: ["7"], how: ["told"], ["relation": "family"]),
        .init(.researched, "Keep this short: lock-up 7, Sample Court, fertiliser stacked to the roof.", signs: ["5"]),
        .init(
            .messaged, "A drone with something hanging from it over the Sampleford reservoir, twice this week.",
            signs: ["1"], how: ["saw"], followUp: "It was there again at dusk, same side of the dam.",
            ["when_kind": "repeats"]),
        .init(
            .messaged, "The man from the yard asked me to look after a locked case and to tell nobody.", how: ["saw"],
            [
                "traced": "yes", "contact": "details", "reach_name": "A. Sample", "reach": "01632 960000",
                "reach_safe": "Weekday mornings",
            ]),
    ]

    static let waiting: [DemonstrationReport] = [
        .init(
            .proposed, "Somebody tests the fire doors of the Sample Arena from outside after every match.",
            signs: ["1"],
            how: ["saw", "work"], ["when_kind": "repeats"]),
        .init(
            .proposed, "He showed me a handgun and said it was only for the range. There is no range in Exampleton.",
            signs: ["2"], how: ["saw"]),
        .init(
            .proposed, "The unit next to ours stores gas cylinders and no trade I know of works there.", signs: ["5"],
            how: ["work"], followUp: "A lorry took half of them away this morning."),
        .init(.refused, "A guest paid cash for a month and has put foil on the windows.", how: ["work"]),
        .init(
            .authorised, "Found a hand-drawn plan of the Exampleton bus station with the guards' breaks on it.",
            signs: ["1"], how: ["saw"]),
        .init(
            .authorised, "A course member only wanted to know how the lock-down doors are overridden.", signs: ["1"],
            how: ["work"]),
        .init(
            .actedFirst, "He wrote that Saturday is the day and sent a picture of the Sample Arena.", signs: ["6"],
            how: ["online"], danger: true, ["when_kind": "future"]),
        .init(
            .ratified, "She said she has the bottles and the wire and where she will stand.", signs: ["2", "5"],
            how: ["told"], danger: true, ["when_kind": "future"]),
        .init(
            .noActionProposed, "A person with a camera near the town hall, taking pictures of the clock.", signs: ["1"]),
        .init(.noActionProposed, "My neighbour gets many parcels and is rude.", signs: ["unsure"]),
        .init(.sentBack, "Someone at the allotments burns things at night.", how: ["saw"]),
    ]

    static let finished: [DemonstrationReport] = [
        .init(
            .carriedOut, "Plates EXAMPLE 4 and EXAMPLE 5 swap between the same two cars.", signs: ["4", "8"],
            how: ["saw"]),
        .init(
            .decided,
            "A van stood outside the school all day. It was the roofers, I learned, but you said to tell you.",
            signs: ["4"], how: ["saw"]),
        .init(.decided, "Loud bangs from the quarry, about noon.", how: ["saw"]),
        .init(.decided, "A stranger in a high-visibility jacket looks into manholes.", signs: ["1"]),
        .init(.closed, "A rucksack was left on the Sampleford platform. Staff found the owner."),
        .init(.closed, "Somebody paid for a car in small coins.", signs: ["7"]),
        .init(.closed, "The new chemist's shop orders more acetone than nail varnish.", signs: ["5"]),
        .init(
            .reopened, "A man counted the cameras in the library and wrote the number on his hand.", signs: ["1"],
            followUp: "He came back today with a ladder."),
        .init(.reopened, "Overheard in the queue: the guard leaves at four, we go in at five past.", how: ["told"]),
    ]
}
