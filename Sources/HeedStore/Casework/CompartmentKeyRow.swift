/// A compartment's keys sealed to one certificate's recipient.
package struct CompartmentKeyRow: Sendable {
    package var compartment: String
    package var epoch: Int
    package var certificate: [UInt8]
    package var file: [UInt8]

    package init(compartment: String, epoch: Int, certificate: [UInt8], file: [UInt8]) {
        self.compartment = compartment
        self.epoch = epoch
        self.certificate = certificate
        self.file = file
    }
}
