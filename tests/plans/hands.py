"""Handing a plan on, through its pages."""


def post(client, plan, name, **typed):
    return client.post(f"/plans/{plan.pk}/{name}/", typed, follow=True)


def status(plan):
    plan.document.refresh_from_db()
    return plan.document.status
