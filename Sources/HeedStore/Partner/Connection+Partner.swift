package import HeedSQL

/// What officers ask partners: the desk's side.
extension Connection {
    package func insert(_ request: PartnerRequestRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO partner_request (
                request_id, thread_id, tag, object_id, certificate, signature, batch, first_batch)
            VALUES (
                \(request.id), \(request.thread), \(request.tag), \(request.object), \(request.certificate),
                \(request.signature), \(request.batch), \(request.firstBatch))
            """)
    }

    package func partnerRequests(of thread: [UInt8]) throws(SQLError) -> [PartnerRequestRow] {
        var requests: [PartnerRequestRow] = []
        for row in try fetch("SELECT * FROM partner_request WHERE thread_id = \(thread) ORDER BY request_id") {
            requests.append(try PartnerRequestRow(row))
        }
        return requests
    }

    package func partnerAnswers(of thread: [UInt8]) throws(SQLError) -> [PartnerAnswerRow] {
        var answers: [PartnerAnswerRow] = []
        for row in try fetch("SELECT * FROM partner_answer WHERE thread_id = \(thread) ORDER BY object_id") {
            answers.append(try PartnerAnswerRow(row))
        }
        return answers
    }

    /// Says in clear that these answers were read, so that they no longer ring.
    package func markRead(_ answers: [[UInt8]]) throws(SQLError) {
        guard !answers.isEmpty else { return }
        try execute("UPDATE partner_answer SET is_read = 1 WHERE object_id IN \(in: answers) AND is_read = 0")
    }

    /// Erases a request and what finds it: from then on its code is one that never was.
    package func erasePartnerRequest(_ request: [UInt8], of thread: [UInt8]) throws(SQLError) {
        let object: [UInt8]? = try value(
            "SELECT object_id FROM partner_request WHERE request_id = \(request) AND thread_id = \(thread)")
        guard let object else { return }
        try execute("DELETE FROM partner_request WHERE request_id = \(request)")
        try execute("DELETE FROM body WHERE object_id = \(object)")
        try execute("DELETE FROM wrap WHERE object_id = \(object)")
    }
}

/// What the holder of a partner's code may reach: the public side.
extension Connection {
    /// The one request with this tag.
    package func foundPartnerRequest(tag: [UInt8]) throws(SQLError) -> FoundPartnerRequest? {
        let source: SQL =
            switch dialect {
            case .postgres: "heed_partner_request(\(tag)) AS found"
            case .sqlite:
                """
                (SELECT request_id, partner_request.thread_id, certificate, signature, batch, first_batch, header,
                    payload
                FROM partner_request
                JOIN wrap ON wrap.object_id = partner_request.object_id AND wrap.purpose = 'partner'
                JOIN body ON body.object_id = partner_request.object_id
                WHERE tag = \(tag)) AS found
                """
            }
        guard let row = try first("SELECT * FROM \(source)") else { return nil }
        return try FoundPartnerRequest(row)
    }

    /// How many answers a request has.
    package func answerCount(of request: [UInt8]) throws(SQLError) -> Int {
        try value("SELECT count(*) FROM partner_answer WHERE request_id = \(request)") ?? 0
    }

    package func holdsPartnerAnswer(mac: [UInt8]) throws(SQLError) -> Bool {
        try first("SELECT request_id FROM partner_answer WHERE mac = \(mac)") != nil
    }

    /// Marks the first use, once. Says whether this was it.
    package func markFirstUse(of request: [UInt8], in batch: Int) throws(SQLError) -> Bool {
        try execute(
            """
            UPDATE partner_request SET first_batch = \(batch) WHERE request_id = \(request) AND first_batch IS NULL
            """) == 1
    }

    /// Stores an answer, and brings its report before somebody again, also where it was finished.
    package func place(_ answer: PartnerAnswerRow, _ object: SealedRow) throws(SQLError) {
        try insert(object)
        try execute(
            """
            INSERT INTO partner_answer (object_id, request_id, thread_id, mac, batch)
            VALUES (\(answer.object), \(answer.request), \(answer.thread), \(answer.mac), \(answer.batch))
            """)
        try execute(
            """
            UPDATE thread SET status = CASE WHEN status = 'closed' THEN 'open' ELSE status END, version = version + 1
            WHERE thread_id = \(answer.thread)
            """)
    }
}
