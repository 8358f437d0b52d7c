"""A page used by the keys alone: Tab, arrows, Space, Enter and what is typed. Every key is counted."""

from __future__ import annotations

from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.support.servers import PATIENCE

#: A page on which more stops than this come before what is looked for is none to be used by keys.
_MOST_STOPS = 120
_HERE = """
const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
const far = box.right < 0 || box.bottom < 0 || box.top > innerHeight;
const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !far;
return [one.matches(arguments[0]), seen || one === document.body,  // past the last stop, the browser's own
  one.outerHTML.slice(0, 120)];
"""


class Keyboard:
    """Whoever has no mouse."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver
        self.keys = 0

    def press(self, *keys: str) -> None:
        webdriver.ActionChains(self.driver, duration=0).send_keys(*keys).perform()
        self.keys += sum(map(len, keys))

    def is_on(self, selector: str) -> bool:
        return bool(self._here(selector)[0])

    def awaits(self, selector: str) -> None:
        """Wait until the page has put the focus on ``selector``."""
        WebDriverWait(self.driver, PATIENCE, 0.02).until(lambda _: self.is_on(selector), selector)

    def tab_to(self, selector: str, *, first: bool = True) -> None:
        """Go on by Tab to ``selector``, unless the focus is there; each stop on the way is seen to have the focus."""
        if first and self.is_on(selector):
            return
        for _ in range(_MOST_STOPS):
            self.press(Keys.TAB)
            there, seen, what = self._here(selector)
            assert seen, what
            if there:
                return
        raise AssertionError(f"no Tab leads to {selector}")

    def go(self, key: str = Keys.ENTER) -> None:
        """Press ``key`` and wait for the page that it leads to, past those that tell of progress."""
        self.driver.execute_script("document.documentElement.dataset.left = ''")
        self.press(key)
        answered = (
            "return document.readyState === 'complete' && !('left' in document.documentElement.dataset)"
            " && !document.querySelector('section[data-progress]')"
        )
        wait = WebDriverWait(self.driver, PATIENCE, 0.02, [WebDriverException])
        wait.until(lambda driver: driver.execute_script(answered))

    def choose(self, field: str, value: str) -> None:
        """Give the field, or one of the fields, called ``field`` the ``value``."""
        kind, place = self.driver.execute_script(
            "const all = [...document.getElementsByName(arguments[0])], one = all[0];"
            "const options = one.tagName === 'SELECT' ? [...one.options] : all;"
            "return [one.tagName === 'SELECT' ? 'select' : one.type, options.findIndex(o => o.value === arguments[1])]",
            field,
            value,
        )
        named = f'[name="{field}"]'
        if kind == "checkbox" or (kind == "text" and place > 0):
            self.tab_to(f'{named}[value="{value}"]')
            self.press(Keys.SPACE)
        elif kind == "text":
            self.tab_to(named)
            self.press(value)
        else:
            self.tab_to(named)
            self.press(*([Keys.ARROW_DOWN] * place or [Keys.SPACE] * (kind == "radio")))

    def _here(self, selector: str) -> list[Any]:
        return list(self.driver.execute_script(_HERE, selector))
