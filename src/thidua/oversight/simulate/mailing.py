"""The outbox: a letter with each plan to every union below."""

from thidua.notify.models import OutboxMail
from thidua.oversight.simulate.days import moment
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.planning import TITLE, Issued

BODY = (
    "Kính gửi đồng chí {name}, {unit},\n\n{issuer} trân trọng gửi đến đồng chí {paper} về việc:\n"
    "“{title}”.\n\nĐề nghị đồng chí đăng nhập hệ thống Thi Đua để mở xem và xác nhận đã nhận văn "
    "bản.\n"
)


class MailRows:
    """Writes mails that have left."""

    def __init__(self, loader: Loader) -> None:
        self.mails = loader.table(
            OutboxMail,
            "unit_id",
            "key",
            "to",
            "subject",
            "body",
            "state",
            "attempts",
            "created_at",
            "tried_at",
            "sent_at",
        )

    def send(self, issued: Issued, node: Node) -> None:
        paper, issuer = issued.paper, issued.issuer
        to = f"{node.login}@example.org"
        at = moment(paper.day, 3)
        subject = f"Kế hoạch số {paper.number} của {issuer.name}"
        body = BODY.format(
            name=node.chair_name, unit=node.name, issuer=issuer.name, paper=subject, title=TITLE
        )
        self.mails.add(
            issuer.number,
            f"document-{paper.document}-{to}",
            to,
            subject[:250],
            body,
            "sent",
            1,
            at,
            at,
            at,
        )
