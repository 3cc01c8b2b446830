"""Training of the attribution tagger: PolNeAR's train split -> int8 ONNX weights (see README.md)."""
