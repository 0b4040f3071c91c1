import HeedCore

/// The tables of `Docs/working-days.md`, from what the program knows.
enum WorkingDaysDocument {
    static let heading = "## Cases\n"

    static var tables: String {
        var lines = [
            heading, "| From (London) | Limit | Over at (London) | Why |", "| --- | --- | --- | --- |",
        ]
        lines += AwkwardCase.all.map { item in
            "| \(shown(item.from)) | \(limit(item.limit)) | \(item.over.map(shown) ?? "not known") | \(item.why) |"
        }
        lines += ["", "## Bank holidays", "", "| Day | Name | Where |", "| --- | --- | --- |"]
        lines += BankHolidays.published.all.map { holiday in
            let name = holiday.name + (holiday.isSubstitute ? " (substitute)" : "")
            return "| \(weekday(holiday.day)) \(holiday.day.iso) | \(name) | \(place(holiday.nations)) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func moment(_ text: String) -> Instant {
        let day = CalendarDay(iso: String(text.prefix(10)))!
        return day.start + Int64(TimeOfDay(String(text.suffix(5)))!.minutes) * 60
    }

    private static func shown(_ text: String) -> String {
        let moment = moment(text)
        let day = LondonTime.day(of: moment)
        let zone = LondonTime.isSummer(at: moment) ? "BST" : "GMT"
        return "\(weekday(day)) \(day.iso), \(LondonTime.time(of: moment).text) \(zone)"
    }

    private static func weekday(_ day: CalendarDay) -> String {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday.rawValue - 1]
    }

    private static func limit(_ limit: TimeLimit) -> String {
        switch limit {
        case .seconds(let seconds): "\(seconds / 3_600) hours"
        case .workingDays(let count, let law): "\(count) working day\(count == 1 ? "" : "s"), \(name(law))"
        }
    }

    private static func name(_ law: WorkingDayLaw) -> String {
        switch law {
        case .englandAndWales: "England and Wales"
        case .scotland: "Scotland"
        case .northernIreland: "Northern Ireland"
        case .anyNation: "any nation"
        }
    }

    private static func place(_ nations: Set<Nation>) -> String {
        if nations.count == 3 { return "everywhere" }
        return Nation.allCases.filter(nations.contains).map { nation in
            switch nation {
            case .englandAndWales: "England and Wales"
            case .scotland: "Scotland"
            case .northernIreland: "Northern Ireland"
            }
        }.joined(separator: ", ")
    }
}
