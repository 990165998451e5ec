import ArgumentParser

/// The command line.
@main
struct Enlace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enlace",
        abstract: "The record that a coalition against trafficking in persons shares.",
        discussion: """
            One program on one folder: encounters, screenings, sealed dossiers,
            referrals between agencies, and a record of all of it that nobody can
            quietly change.

            To see it at work, with invented people:
              enlace demo

            To begin a coalition of your own:
              enlace init --data coalition --agency "Casa del Puente" --kind shelter \\
                --sign-in ana --name "Ana Ruiz"
              enlace serve --data coalition

            To check a record without any password:
              enlace verify --data coalition
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, InitCommand.self, ServeCommand.self, Verify.self,
            RecordCommand.self, RotateLogKeyCommand.self, WitnessCommand.self, TelegramCommand.self,
            EstimateCommand.self, LinkCommand.self,
        ]
    )
}
