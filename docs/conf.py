"""Documentation in Markdown, built with warnings as errors."""

project = "Thi Đua"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
language = "vi"
html_theme = "alabaster"
html_title = "Thi Đua"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]
