"""The colours: quiet surfaces, one accent, so that the news is what stands out."""

from textual.theme import Theme

THEMES = (
    Theme(
        name="newsdesk-dark",
        primary="#7aa2c8",
        secondary="#8fb3a3",
        accent="#e0a458",
        warning="#e0a458",
        error="#e06c60",
        success="#8fb573",
        foreground="#d8d8d2",
        background="#14171a",
        surface="#1a1e22",
        panel="#242a30",
        dark=True,
        variables={
            "border": "#3a434b",
            "border-blurred": "#2c3339",
            "block-cursor-background": "#33424f",
            "block-cursor-foreground": "#ffffff",
            "block-cursor-blurred-background": "#242a30",
            "footer-key-foreground": "#e0a458",
        },
    ),
    Theme(
        name="newsdesk-light",
        primary="#2b5d8a",
        secondary="#3d6b58",
        accent="#a65a00",
        warning="#a65a00",
        error="#b3261e",
        success="#3f7a2b",
        foreground="#23272b",
        background="#faf9f5",
        surface="#f3f1ea",
        panel="#e6e3d9",
        dark=False,
        variables={
            "border": "#b9b5a8",
            "border-blurred": "#d6d2c6",
            "block-cursor-background": "#d3dde6",
            "block-cursor-foreground": "#000000",
            "block-cursor-blurred-background": "#e6e3d9",
            "footer-key-foreground": "#a65a00",
        },
    ),
)
"""The first is the default; Textual's own themes, the terminal's colours among them, can be chosen too."""
