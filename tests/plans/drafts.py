"""What is typed into the forms of a draft."""


def new_plan(**typed):
    return {
        "year_label": "2024",
        "title": "Phát động phong trào thi đua năm 2024",
        "theme": "Đoàn kết, sáng tạo",
        "symbol": "KH-CĐGD",
        "place": "Ninh Bình",
        "issuer_name": "Công đoàn Giáo dục tỉnh Ninh Bình",
        "parent_name": "Liên đoàn Lao động tỉnh Ninh Bình",
    } | typed


def head(plan, **typed):
    paper = plan.document
    lines = paper.recipients.values_list("printed", flat=True)
    return {
        "version": plan.version,
        "title": paper.title,
        "theme": plan.theme,
        "symbol": paper.symbol,
        "place": paper.place,
        "issuer_name": paper.issuer_name,
        "parent_name": paper.parent_name,
        "recipients": "\n".join(lines),
    } | typed


def words(plan):
    return [f"{clause.marker} {clause.text}".strip() for clause in plan.clauses.all()]


def clause_with(plan, part):
    return plan.clauses.get(text__contains=part)


def clause_url(plan, clause):
    return f"/plans/{plan.pk}/clauses/{clause.pk if clause else 0}/"


def write(client, plan, clause, text, **more):
    typed = {"version": plan.version, "text": text, "do": "save"} | more
    return client.post(clause_url(plan, clause), typed)
