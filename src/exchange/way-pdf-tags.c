/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens and closes the structure tags of a PDF, and remembers where those are that need more said of them. */
#include "exchange/way-pdf-tags.h"

static void
free_note (gpointer data)
{
  WayPdfNote *note = data;

  g_array_unref (note->path);
  g_free (note->value);
  g_free (note);
}

void
way_pdf_tags_init (WayPdfTags *self,
                   cairo_t    *cr)
{
  guint none = 0;

  self->cr = cr;
  self->open = g_ptr_array_new ();
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->notes = g_ptr_array_new_with_free_func (free_note);
  g_array_append_val (self->counts, none);
}

void
way_pdf_tags_clear (WayPdfTags *self)
{
  g_ptr_array_unref (self->open);
  g_array_unref (self->counts);
  g_ptr_array_unref (self->notes);
}

/**
 * way_pdf_tags_begin:
 * @self: tags
 * @name: (transfer none): of a structure element, static: "H1"
 *
 * Opens an element within the one that is open.
 */
void
way_pdf_tags_begin (WayPdfTags *self,
                    const char *name)
{
  guint none = 0;

  cairo_tag_begin (self->cr, name, NULL);
  g_ptr_array_add (self->open, (char *) name);
  g_array_index (self->counts, guint, self->counts->len - 1)++;
  g_array_append_val (self->counts, none);
}

void
way_pdf_tags_end (WayPdfTags *self)
{
  g_return_if_fail (self->open->len > 0);

  cairo_tag_end (self->cr, g_ptr_array_steal_index (self->open, self->open->len - 1));
  g_array_set_size (self->counts, self->counts->len - 1);
}

/**
 * way_pdf_tags_note:
 * @self: tags
 * @type: what kind of thing
 * @value: what
 *
 * Says something of the element that was opened last and is still open.
 */
void
way_pdf_tags_note (WayPdfTags     *self,
                   WayPdfNoteType  type,
                   const char     *value)
{
  WayPdfNote *note = g_new0 (WayPdfNote, 1);

  note->type = type;
  note->value = g_strdup (value);
  note->path = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->open->len);
  for (guint i = 0; i < self->open->len; i++)
    {
      guint child = g_array_index (self->counts, guint, i) - 1;

      g_array_append_val (note->path, child);
    }
  g_ptr_array_add (self->notes, note);
}
