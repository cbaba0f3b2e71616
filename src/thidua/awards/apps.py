from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "thidua.awards"
    asks_councils = "thidua.awards.asking"
