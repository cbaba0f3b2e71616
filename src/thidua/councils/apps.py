from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    name = "thidua.councils"
    seats_people = "thidua.councils.seated"
