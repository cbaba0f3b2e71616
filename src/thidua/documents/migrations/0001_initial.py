import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("files", "0001_initial"),
        ("org", "0001_initial"),
        ("org", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Book",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[("out", "Văn bản đi"), ("in", "Văn bản đến")], max_length=3
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="books",
                        to="org.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "direction", "year"), name="book_once_per_unit_and_year"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                (
                    "opened_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="org.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="org.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opened_at", None), ("opened_by", None)),
                            models.Q(
                                ("opened_at__isnull", False),
                                ("opened_by__isnull", False),
                                ("sent_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="delivery_opened_after_it_was_sent",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("unit_path", models.CharField(db_index=True, max_length=200)),
                (
                    "direction",
                    models.CharField(
                        choices=[("out", "Văn bản đi"), ("in", "Văn bản đến")], max_length=3
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("submitted", "Chờ duyệt ký"),
                            ("signed", "Đã duyệt ký"),
                            ("issued", "Đã ban hành"),
                            ("received", "Đã vào sổ văn bản đến"),
                            ("discarded", "Đã bỏ bản thảo"),
                        ],
                        db_index=True,
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("type_name", models.CharField(max_length=100, verbose_name="Loại văn bản")),
                ("title", models.CharField(max_length=1000, verbose_name="Trích yếu")),
                (
                    "full_number",
                    models.CharField(blank=True, max_length=60, verbose_name="Số, ký hiệu"),
                ),
                ("symbol", models.CharField(blank=True, max_length=50, verbose_name="Ký hiệu")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="Địa danh")),
                ("dated", models.DateField(blank=True, null=True, verbose_name="Ngày văn bản")),
                ("issuer_name", models.CharField(max_length=200, verbose_name="Cơ quan ban hành")),
                ("issuer_fold", models.CharField(editable=False, max_length=200)),
                ("number_fold", models.CharField(blank=True, editable=False, max_length=60)),
                ("search_fold", models.TextField(editable=False)),
                (
                    "parent_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="Cơ quan cấp trên trực tiếp"
                    ),
                ),
                ("signature", models.JSONField(default=list)),
                (
                    "signer_name",
                    models.CharField(blank=True, max_length=150, verbose_name="Người ký"),
                ),
                ("created_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("return_reason", models.CharField(blank=True, max_length=1000)),
                ("public", models.BooleanField(blank=True, null=True)),
                (
                    "arrived_through",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registered_as",
                        to="documents.delivery",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafted_documents",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issued_documents",
                        to="org.unit",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signed_documents",
                        to="org.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="org.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("unit"),
                        models.F("issuer_fold"),
                        models.F("number_fold"),
                        django.db.models.functions.comparison.Coalesce(
                            django.db.models.functions.datetime.ExtractYear("dated"),
                            django.db.models.functions.datetime.ExtractYear("received_on"),
                        ),
                        condition=models.Q(("number_fold", ""), _negated=True),
                        name="document_number_once_per_issuer_and_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "issued"), _negated=True),
                            ("issued_at__isnull", False),
                            _connector="OR",
                        ),
                        name="document_stamped_when_issued",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "signed"), _negated=True),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="document_stamped_when_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("received_on__isnull", False), ("status", "received")),
                            models.Q(
                                models.Q(("status", "received"), _negated=True),
                                ("received_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="document_says_when_it_came",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BookEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("used", "Đã dùng"),
                            ("reserved", "Đang giữ"),
                            ("cancelled", "Đã hủy"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("entered_at", models.DateTimeField()),
                ("request_key", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="documents.book",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entry",
                        to="documents.document",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("book", "number"), name="entry_number_once_per_book"
                    ),
                    models.UniqueConstraint(
                        fields=("book", "request_key"), name="entry_once_per_request"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("state", "used")),
                            models.Q(
                                models.Q(("state", "used"), _negated=True),
                                ("document", None),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="entry_used_by_a_document_or_explained",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="entry_counts_from_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("original", "Tệp gốc"),
                            ("word", "Bản Word"),
                            ("pdf", "Bản PDF"),
                            ("stamped", "Bản quét có chữ ký, con dấu"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("added_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="documents.document",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.unit"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("document", "role"), name="file_once_per_role"),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "original")),
                        fields=("unit", "file"),
                        name="original_once_per_unit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutsideBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("fold", models.CharField(editable=False, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outside_bodies",
                        to="org.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "fold"), name="outside_body_once_per_unit"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="delivery",
            name="outside",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="documents.outsidebody",
            ),
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filename", models.CharField(max_length=255)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ xem"),
                            ("accepted", "Đã nhận"),
                            ("dropped", "Bỏ"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("data", models.JSONField()),
                ("blocks", models.JSONField(default=list)),
                ("corrections", models.JSONField(default=dict)),
                ("kept_findings", models.JSONField(default=list)),
                ("fixed_findings", models.JSONField(default=list)),
                ("read_at", models.DateTimeField()),
                (
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reading",
                        to="documents.document",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="files.storedfile",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="org.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("status", "accepted")),
                            models.Q(
                                models.Q(("status", "accepted"), _negated=True), ("document", None)
                            ),
                            _connector="OR",
                        ),
                        name="reading_accepted_as_a_document",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recipient",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("printed", models.CharField(max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("units", "Đơn vị công đoàn"),
                            ("persons", "Người trong công đoàn"),
                            ("outside", "Nơi nhận ngoài công đoàn"),
                            ("public", "Trang công khai"),
                            ("archive", "Lưu"),
                            ("open", "Chưa xác định"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("chosen", models.BooleanField(default=False)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recipients",
                        to="documents.document",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "position"), name="recipient_once_per_line"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="delivery",
            name="recipient",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deliveries",
                to="documents.recipient",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outside", None), ("person", None), ("unit__isnull", False)),
                    models.Q(("outside", None), ("person__isnull", False), ("unit", None)),
                    models.Q(("outside__isnull", False), ("person", None), ("unit", None)),
                    _connector="OR",
                ),
                name="delivery_to_exactly_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                fields=("recipient", "unit"), name="delivery_once_per_line_and_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                fields=("recipient", "person"), name="delivery_once_per_line_and_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                fields=("recipient", "outside"), name="delivery_once_per_line_and_body"
            ),
        ),
    ]
