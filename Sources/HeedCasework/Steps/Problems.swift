import HeedCore

/// Turns answers to mend into the refusal that names them.
enum Problems {
    static func refuse(_ problems: [FieldProblem]) throws {
        guard problems.isEmpty else { throw Refusal.notValid(problems) }
    }

    static func refuse(blank fields: (field: String, text: String)...) throws {
        try refuse(
            fields.filter { AnswerCheck.isBlank($0.text) }.map {
                FieldProblem(field: $0.field, key: "problem.\($0.field).empty")
            })
    }
}
