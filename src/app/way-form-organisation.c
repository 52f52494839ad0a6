/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An organisation by its name: those that there are are offered while it is written, and a new name makes a new one. */
#include "app/way-form-private.h"

#include "app/way-text-field.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-schema.h"

#define OFFERS 5

/* The organisation called @name, whatever its capitals. */
static WayRecord *
find_by_name (WayMapContext *context,
              const char    *name)
{
  g_autoptr (GPtrArray) all = way_map_context_list (context, WAY_KIND_ORGANISATION, NULL);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < all->len; i++)
    {
      const char *other = way_record_get_text (all->pdata[i], WAY_ORGANISATION_NAME);
      g_autofree char *folded = other != NULL ? g_utf8_casefold (other, -1) : NULL;

      if (g_strcmp0 (folded, wanted) == 0)
        return g_object_ref (all->pdata[i]);
    }
  return NULL;
}

static gboolean
committed_cb (WayTextField *field,
              const char   *text,
              WayFormRow   *row)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_autoptr (WayEdit) edit = way_edit_new (_(row->line->label));
  g_autoptr (WayRecord) record = way_form_dup_record (row->form), organisation = NULL;

  if (record != NULL && *name == '\0')
    way_record_clear (record, row->line->field);
  else if (record != NULL)
    {
      organisation = find_by_name (row->form->context, name);
      if (organisation == NULL)
        {
          organisation = way_record_new (WAY_KIND_ORGANISATION, NULL, NULL);
          way_record_set_text (organisation, WAY_ORGANISATION_NAME, name);
          way_edit_put (edit, organisation);
        }
      way_record_set_text (record, row->line->field, way_record_get_id (organisation));
    }
  return way_form_keep (row, record, edit);
}

static void
offer_taken_cb (GtkButton  *button,
                WayFormRow *row)
{
  g_autofree char *name = g_strdup (gtk_button_get_label (button));

  way_text_field_replace (WAY_TEXT_FIELD (row->widget), name);
  way_text_field_commit (WAY_TEXT_FIELD (row->widget));
  way_text_field_focus (WAY_TEXT_FIELD (row->widget));
}

static void
add_offer (WayFormRow *row,
           GtkWidget  *offers,
           const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (name);
  /* Translators: the name of an organisation. */
  g_autofree char *label = g_strdup_printf (_("Organisation: %s"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (offer_taken_cb), row);
  gtk_box_append (GTK_BOX (offers), button);
}

static gboolean
is_offered (const char *name,
            const char *written)
{
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return folded != NULL && strstr (folded, written) != NULL && !g_str_equal (folded, written);
}

static void
written_cb (WayTextField *field,
            WayFormRow   *row)
{
  GtkWidget *offers = gtk_widget_get_last_child (way_text_field_get_box (field)), *child;
  g_autofree char *text = way_text_field_dup_text (field), *written = g_utf8_casefold (text, -1);
  g_autoptr (GPtrArray) all = NULL;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (offers)) != NULL)
    gtk_box_remove (GTK_BOX (offers), child);
  if (row->filling || !way_text_field_is_changed (field) || way_text_is_blank (written))
    return;
  all = way_map_context_list (row->form->context, WAY_KIND_ORGANISATION, NULL);
  for (guint i = 0; i < all->len && n < OFFERS; i++)
    if (is_offered (way_record_get_text (all->pdata[i], WAY_ORGANISATION_NAME), written))
      {
        add_offer (row, offers, way_record_get_text (all->pdata[i], WAY_ORGANISATION_NAME));
        n++;
      }
}

/**
 * way_form_organisation_new:
 * @row: the row that it is for
 *
 * Returns: (transfer floating): a row to write a name in
 */
GtkWidget *
way_form_organisation_new (WayFormRow *row)
{
  GtkWidget *field = way_text_field_new (_(row->line->title), WAY_TEXT_FIELD_LINE);

  gtk_box_append (GTK_BOX (way_text_field_get_box (WAY_TEXT_FIELD (field))), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_signal_connect (field, "commit", G_CALLBACK (committed_cb), row);
  g_signal_connect (field, "changed", G_CALLBACK (written_cb), row);
  return field;
}

/**
 * way_form_organisation_fill:
 * @row: a row of this sort
 * @record: the record as it is now
 */
void
way_form_organisation_fill (WayFormRow *row,
                            WayRecord  *record)
{
  g_autoptr (WayRecord) organisation = way_map_context_read (row->form->context, WAY_KIND_ORGANISATION,
                                                             way_record_get_text (record, row->line->field));

  way_text_field_set_text (WAY_TEXT_FIELD (row->widget),
                           organisation != NULL ? way_record_get_text (organisation, WAY_ORGANISATION_NAME) : NULL);
}
