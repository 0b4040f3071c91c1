/// The questions of a group that wants to hear from the local Prevent team, or to have it come, in the order they are asked.
package enum EngagementForm {
    package static let groups = ["women", "youth", "school", "faith", "charity", "care", "council", "other"]
    package static let sessions = ["talk", "listen", "parents", "training", "stall", "other"]

    package static let form = Form(
        questions: questions, longWay: [.group, .session, .hearing, .reach], gist: "session", feature: "engagement",
        ownPages: [.start, .words, .group, .session, .hearing])

    private static let questions: [Question] =
        [
            Question("narrative", on: .words, .text(limit: Form.textLimit), required: true, in: "engagement"),
            Question("group", on: .group, .choice(groups, preset: nil), in: "engagement"),
            Question("place", on: .group, .line(limit: Form.boxLimit), in: "engagement"),
            Question("size", on: .group, .line(limit: 100), in: "engagement"),
            Question("speech", on: .group, .line(limit: Form.boxLimit), in: "engagement"),
            Question("session", on: .session, .ticks(sessions), in: "engagement"),
            Question("dates", on: .session, .text(limit: Form.boxLimit), in: "engagement"),
        ] + Form.contact
}
