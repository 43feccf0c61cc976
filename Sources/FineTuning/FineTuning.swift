/// Training files for models, made of the records of a run.
///
/// ``TrainingMaterial`` gathers what a run's records allow to be trained on, and says by name what it refuses and why.
/// A ``FineTuningTarget`` is a trainer's file format. ``FineTuningExport`` writes one as the other.
///
/// Only specs with the role `.trainable` give material: what measures a model is not what trains it. And nothing is
/// written as a model's answer that no model has given: a reference or a baseline of a spec never is.
public enum FineTuning {}
