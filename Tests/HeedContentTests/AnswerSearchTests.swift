import HeedContent
import HeedCore
import Testing

/// The shipped English answers, asked as people ask.
@Suite struct AnswerSearchTests {
    private static let book: AnswerBook? = {
        guard let folder = try? ContentFolder.locate("Answers", of: "HeedContent"),
            let shelf = try? AnswerShelf.load(directories: [folder])
        else { return nil }
        return shelf.book(in: "en", on: CalendarDay(iso: "2026-11-22")!)
    }()

    private static func found(_ question: String, limit: Int = 3) throws -> [String] {
        try #require(book).search(question, limit: limit).map(\.id)
    }

    /// Misspelt.
    static let misspelt: [(typed: String, answer: String)] = [
        ("can i be anonimous", "anonymous"),
        ("anonymus report", "anonymous"),
        ("report annonymously", "anonymous"),
        ("suspishus behavour", "what-to-report"),
        ("suspicous bag on the bus", "suspicious-item"),
        ("unatended sutcase", "suspicious-item"),
        ("strange parcle", "suspicious-item"),
        ("terorist hotline numbr", "hotline"),
        ("run hyde tell", "run-hide-tell"),
        ("martins law", "martyns-law"),
        ("martyns lore", "martyns-law"),
        ("matryns law date", "martyns-start"),
        ("what is preevnt", "prevent"),
        ("radicallised", "drawn-in"),
        ("signs of radicalization", "drawn-in"),
        ("chanel panel", "channel"),
        ("travle to siria", "syria"),
        ("syira travel advise", "syria"),
        ("charety collection fake", "charity"),
        ("tranfer money to family", "send-money"),
        ("thret level", "threat-level"),
        ("curent threat levle", "threat-level"),
        ("hate crme", "hate-crime"),
        ("acton fraud", "fraud"),
        ("im def", "deaf"),
        ("sighn language", "bsl"),
        ("complane about police oficer", "complain"),
        ("suicidle", "self-harm"),
        ("bom threat", "bomb-threat"),
        ("wite powder leter", "strange-post"),
        ("dron over my house", "drone"),
        ("fertaliser", "odd-purchase"),
        ("chemicels bought", "odd-purchase"),
        ("hiered a van", "hired-van"),
        ("conpensation for injury", "compensation"),
        ("convoi aid", "aid"),
        ("casulty bureau", "missing"),
        ("i lost my cod", "lost-code"),
        ("cokies and traking", "trace"),
        ("delete histroy", "hide-visit"),
        ("safegaurding lead", "pupil"),
        ("prevent referal form", "prevent-referral"),
        ("proscibed organisations", "banned-groups"),
        ("fim the attack", "film"),
        ("interpretter", "own-language"),
    ]

    /// Reworded.
    static let reworded: [(typed: String, answer: String)] = [
        ("do you need my name", "anonymous"),
        ("will my neighbour know it was me who told you", "find-out"),
        ("what if it turns out to be nothing", "not-sure"),
        ("I don't want to waste anybody's time", "wasting-time"),
        ("could an innocent person be arrested because of me", "trouble"),
        ("how many questions do I have to answer", "how-long"),
        ("this happened last year, can I still tell you", "too-late"),
        ("should I follow him to see where he goes", "find-out-more"),
        ("he is muslim, is that a reason to report", "how-someone-looks"),
        ("can you see my IP address", "trace"),
        ("my husband checks my phone", "hide-visit"),
        ("will I have to be a witness", "court"),
        ("I'm 14, can I tell you something", "under-18"),
        ("what will you do with my report", "after-report"),
        ("is my report read by a robot", "who-reads"),
        ("why has nobody contacted me", "updates"),
        ("my reference number does not work", "lost-code"),
        ("can I cancel what I sent", "take-back"),
        ("what happens if somebody lies", "false-report"),
        ("do I get paid", "reward"),
        ("there is a man with a gun", "when-999"),
        ("what number do I ring for police when it is not urgent", "when-101"),
        ("I am hiding and cannot speak", "silent-call"),
        ("how many metres away is safe", "how-far"),
        ("how do I get a video off youtube", "report-online"),
        ("I clicked a link by accident and saw a terrorist video", "saw-it"),
        ("should I take a screenshot of it", "save-share"),
        ("my son is being recruited on discord", "groomed"),
        ("how do I talk to my brother about his views", "how-to-talk"),
        ("I think my friend has been radicalised", "worried"),
        ("does a referral give you a criminal record", "record"),
        ("can parents refuse channel", "say-no"),
        ("my son carries a knife", "gangs"),
        ("a student in my class made a threat", "pupil"),
        ("colleague says strange things at work", "colleague"),
        ("child obsessed with school shootings", "violent-drawing"),
        ("does my church hall have to comply with the new law", "martyns-scope"),
        ("capacity of 500 people", "martyns-scope"),
        ("who checks venues sia", "martyns-start"),
        ("free online course for security guards", "training"),
        ("someone filming the cctv cameras at our shop", "photos-of-building"),
        ("security for our mosque", "worship"),
        ("christmas market safety", "event"),
        ("my cousin wants to go and fight in a war", "fight-abroad"),
        ("is my travel insurance valid", "advised-against"),
        ("how can I send clothes to refugees", "aid"),
        ("he has two passports in different names", "away"),
        ("is it likely that there will be an attack", "threat-level"),
        ("do I have to tell the police if I know about a plan", "duty-to-report"),
        ("is it legal to use tor", "dark-web"),
        ("I want to see the data you have on me", "data"),
        ("somebody reported me to the police for nothing", "reported-me"),
        ("is this website a scam", "real-site"),
        ("I speak Polish", "own-language"),
        ("can someone fill in the form for me", "help-form"),
        ("the page will not load", "form-broken"),
        ("I live in Spain", "abroad"),
        ("nightmares since the attack", "after-feelings"),
        ("I can't find my daughter after the bombing", "missing"),
        ("should I give blood", "how-to-help"),
        ("how to stay annonymous when reporting", "anonymous"),
        ("are phone calls recoreded", "hotline-recorded"),
        ("police hotline", "hotline"),
        ("my mate keeps talking about bombs", "worried"),
        ("whats martyns law about", "martyns-law"),
        ("200 people venue rules", "martyns-scope"),
        ("left luggage at the station", "suspicious-item"),
        ("bag left unattended in shopping centre", "suspicious-item"),
        ("what do i do in a shooting", "run-hide-tell"),
        ("text police when deaf", "text-999"),
        ("report isis video", "report-online"),
        ("how do i report a tiktok", "report-online"),
        ("is it illegal to look at this stuff", "illegal-online"),
        ("will the website be blocked", "taken-down"),
        ("kids and terrorism what to say", "tell-children"),
        ("does prevent target muslims", "spying"),
        ("prevent team visit to our mosque", "prevent-visit"),
        ("county lines", "gangs"),
        ("ukraine travel", "advised-against"),
        ("somebody bought loads of hydrogen peroxide", "odd-purchase"),
        ("someone rented a lorry with a fake licence", "hired-van"),
        ("is there a terror threat near me", "threat-here"),
        ("what does substantial mean", "levels-mean"),
        ("racist abuse in the street", "hate-crime"),
        ("i got scammed", "fraud"),
        ("police were rude to me", "complain"),
        ("subject acess request", "data"),
        ("do you delete my data", "how-long-kept"),
        ("i am blind", "screen-reader"),
        ("victim suport", "support"),
        ("flying a drone near an airport", "drone"),
        ("my employee is acting strange", "colleague"),
        ("teacher prevent training", "prevent-duty"),
        ("what is a ctsa", "ctsa"),
        ("is it against the law to support a banned group", "banned-groups"),
        ("can i protest", "protest"),
        ("i found a weapon", "suspicious-item"),
        ("man photographing police station", "photos-of-building"),
        ("suspicious van parked outside", "how-to-report"),
        ("what if the person i report is innocent", "trouble"),
    ]

    @Test(arguments: misspelt)
    func `a misspelt question finds its answer in the first three`(typed: String, answer: String) throws {
        let found = try Self.found(typed)
        #expect(found.contains(answer), "\(typed): \(found)")
    }

    @Test(arguments: reworded)
    func `a question in other words finds its answer in the first three`(typed: String, answer: String) throws {
        let found = try Self.found(typed)
        #expect(found.contains(answer), "\(typed): \(found)")
    }

    @Test func `every question and every other wording finds its own answer`() throws {
        for theme in try #require(Self.book).themes {
            for answer in theme.answers {
                for wording in [answer.question] + answer.otherWordings {
                    let found = try Self.found(wording)
                    #expect(found.first == answer.id, "\(wording): \(found)")
                }
            }
        }
    }

    @Test(arguments: [
        "", "   ", "?", "asdfghjkl qwertyuiop", "zzzz", "what is it", "the and of", "banana bread recipe",
        "football scores tonight", "weather tomorrow", "cheap holiday flights", "lorem ipsum dolor sit amet",
        "\u{0}\u{1}\u{7F}", "🦊🦊🦊", "你好世界", "how tall is the eiffel tower", "best pasta sauce", "xqzv wkjh",
        "lottery winner", "guitar chords", "1234567890",
        "opening hours of the library", "when is bin day", "recipe for soup", "best football team",
        "who won the election",
        "my cat is ill", "buy a new phone", "how to bake a cake", "school holidays dates", "speeding fine payment",
    ])
    func `what no answer is about finds nothing`(typed: String) throws {
        let found = try Self.found(typed)
        #expect(found == [], "\(typed): \(found)")
    }

    @Test func `case, accents, apostrophes and signs make no difference`() throws {
        let plain = try Self.found("martyns law")
        for typed in ["MARTYN'S LAW", "Martyn’s law?", "mártÿns  läw!!", "<b>martyns</b>, \"law\"", "ｍａｒｔｙｎｓ ｌａｗ"] {
            #expect(try Self.found(typed) == plain, "\(typed)")
        }
    }

    @Test func `an answer whose day is over is neither found nor shown`() throws {
        let shelf = try AnswerShelf.load(directories: [ContentFolder.locate("Answers", of: "HeedContent")])
        let after = shelf.book(in: "en", on: try #require(CalendarDay(iso: "2027-03-02")))
        #expect(try Self.found("martyns law start date").contains("martyns-start"))
        #expect(!after.search("martyns law start date", limit: 99).map(\.id).contains("martyns-start"))
        #expect(!after.themes.flatMap(\.answers).map(\.id).contains("martyns-start"))
        #expect(
            shelf.due(on: try #require(CalendarDay(iso: "2027-03-02"))).contains { $0.endedFacts == ["martyns-start"] })
    }

    @Test func `any text of 1 KiB is answered in bounded time`() throws {
        let book = try #require(Self.book)
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
        var generator = SystemRandomNumberGenerator()
        let word = { (length: Int) in String((0..<length).map { _ in alphabet.randomElement(using: &generator)! }) }
        let texts = [
            String(repeating: "a ", count: 512), String(repeating: "a", count: 1024),
            (0..<170).map { _ in word(5) }.joined(separator: " "),
            (0..<60).map { _ in word(16) }.joined(separator: " "),
            String(repeating: "\u{0301}", count: 512), String(repeating: "🏴󠁧󠁢󠁥󠁮󠁧󠁿", count: 36),
            (0..<100).map { _ in "terrorism" + word(1) }.joined(separator: " "),
        ]
        let clock = ContinuousClock()
        for text in texts {
            let time = clock.measure { _ = book.search(text) }
            #expect(time < .seconds(20), "in a debug build, beside everything else: \(text.prefix(20))")
        }
    }
}
