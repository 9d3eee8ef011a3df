// Written by liaison-train: what the models are, so that a build notices when they change.
// habits.en.bin c45d4644888465d40cff096b5c5da691fdd92a467f6c01ce3f11b44cb45c18e5
// habits.fr.bin 459452e3c5d461c118236a20737a597ab554a00d786f4c83759dcfef3516554b
// tags.en.bin f90f661b9de9a0a8926f0b14031de96eb70205d8cfe1a593d466bff082e0109f
// tags.fr.bin 147f55dc539c236df95ddd832d6baa5a248766915e98a0ef6b178fe139ec249b
// names.bin c806ba5933e6ffc5bd16e3985a4642339ce389203b5bdd9b831f80a9b1d52915
// scorer.bin c592ef1a083c73a4d6dc02cb22edb97499840c8a3506baa66771f28e0bae4f89
