"""What is sent from the pages of this room."""

from django.core.files.uploadedfile import SimpleUploadedFile

NEW = "/activities/new/?kind=tuyen_truyen"


def typed(**changed):
    return {
        "title": "Học Nghị quyết Đại hội XIII",
        "done_on": "15/3/24",
        "count_buoi": "1",
        "count_luot": "40",
    } | changed


def image(data, name="anh.jpg"):
    return SimpleUploadedFile(name, data)
