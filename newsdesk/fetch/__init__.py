"""Fetching: web addresses to bytes. The only package that touches the network, and the only importer of aiohttp.

aiohttp is imported when the first address is asked: nobody else waits for it.
"""

from newsdesk.fetch.address import is_address, web_address
from newsdesk.fetch.answer import Answer, FetchError, Validators, Wanted
from newsdesk.fetch.learning import Pace, learn, learned_interval
from newsdesk.fetch.schedule import PollState, after_failure, after_success, is_due, next_try
from newsdesk.fetch.settings import INTERVALS, FetchSettings, interval_problem, is_interval, seconds_in, span_words
from newsdesk.fetch.together import Fetching, fetch_all

__all__ = [
    "INTERVALS",
    "Answer",
    "FetchError",
    "FetchSettings",
    "Fetching",
    "Pace",
    "PollState",
    "Validators",
    "Wanted",
    "after_failure",
    "after_success",
    "fetch_all",
    "interval_problem",
    "is_address",
    "is_due",
    "is_interval",
    "learn",
    "learned_interval",
    "next_try",
    "seconds_in",
    "span_words",
    "web_address",
]
