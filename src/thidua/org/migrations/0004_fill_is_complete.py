"""Every name says of what kind the unit was; apart from the filling, which has to be committed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("org", "0003_fill_the_memory")]

    operations = [
        migrations.AlterField(
            model_name="unitname",
            name="kind",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="org.unitkind",
            ),
        ),
    ]
