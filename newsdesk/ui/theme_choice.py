"""Choosing the colours, from those that the screen has now."""

from __future__ import annotations

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider


class _Themes(Provider):
    """All themes; the one that is on comes first, so that Enter changes nothing."""

    def _choose(self, name: str) -> None:
        self.app.theme = name

    async def discover(self) -> Hits:
        """By name."""
        now = self.app.theme
        for name in sorted(self.app.available_themes, key=lambda name: (name != now, name)):
            yield DiscoveryHit(name, partial(self._choose, name), help="the colours now" if name == now else None)

    async def search(self, query: str) -> Hits:
        """Those whose names have these letters."""
        matcher = self.matcher(query)
        for name in self.app.available_themes:
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), partial(self._choose, name))


def theme_palette() -> CommandPalette:
    """The dialog."""
    return CommandPalette(providers=[_Themes], placeholder="Search for themes ...")
