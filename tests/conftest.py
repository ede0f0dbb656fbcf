"""What holds for all tests: property tests have no deadline, for how long one example takes says how busy the machine is."""

from hypothesis import settings

settings.register_profile("thucydides", deadline=None)
settings.load_profile("thucydides")
