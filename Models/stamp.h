// Written by liaison-train: what the models are, so that a build notices when they change.
// habits.en.bin bb8895a65595b21ce5fe4e289fc2c8920a63983e93fa6da43bf4fb3d918bf3f4
// habits.fr.bin ffdc21de00d4486754451400168eab6d70c84dc15a42ea508b507da5a93814c0
// tags.en.bin 6f6e6d1cd5166306ec4cd63dbb6c09e026f82de44f21a9f1a3a90427adbd43e7
// tags.fr.bin 9e5e7bcc9c3d524dd78279fd75676afabc0c6cf28b01518a94c3a9da6f373b4a
// names.bin efceebd37b807bea5d37dbc438ed3b0c2d147552bd5cb3404a6399e2044a7029
// scorer.bin 588cebbe65a6b27d830f09fa53a960b57498094455fe8b15b082cbda7cc88fa2
