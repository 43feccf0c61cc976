/// Messages, tools, requests and answers of language models, and the models that exchange them.
///
/// An app makes its ``ChatModel`` as in production and calls ``ChatModel/respond(to:)``. Where the bytes come from is
/// decided by the task that the call runs in: ``ModelCallContext`` names the transport of the running spec, and in a
/// shipped app, where no context is set, the live transport is used. Nothing in an app has to change for it to be
/// specified.
public enum LanguageModels {}
