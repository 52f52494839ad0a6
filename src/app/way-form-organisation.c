/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An organisation by its name: those that there are are offered while it is written, and a new name makes a new one. */
#include "app/way-form-private.h"

#include "app/way-offers.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-schema.h"

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
find_cb (WayOffers  *offers,
         const char *written,
         gpointer    data)
{
  WayFormRow *row = data;
  g_autoptr (GPtrArray) all = way_map_context_list (row->form->context, WAY_KIND_ORGANISATION, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const char *name = way_record_get_text (all->pdata[i], WAY_ORGANISATION_NAME);
      g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

      if (way_offers_match (name, written) && g_strcmp0 (folded, written) != 0 &&
          !way_offers_add (offers, way_record_get_id (all->pdata[i]), name, name))
        return;
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

  way_offers_new (WAY_TEXT_FIELD (field), find_cb, row);
  g_signal_connect (field, "commit", G_CALLBACK (committed_cb), row);
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
