"""Maps: where the incidents were, drawn as SVG over a base map."""
