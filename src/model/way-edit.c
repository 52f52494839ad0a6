/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change to a workspace, as a value. */
#include "model/way-edit.h"

struct _WayEdit
{
  gatomicrefcount references;
  char *label;
  GArray *operations;         /* of WayEditOperation; the ids and the records are owned */
};

G_DEFINE_BOXED_TYPE (WayEdit, way_edit, way_edit_ref, way_edit_unref)

static void
clear_operation (gpointer data)
{
  WayEditOperation *operation = data;

  if (operation->put == NULL)
    g_free ((char *) operation->id);
  g_clear_object (&operation->put);
}

/**
 * way_edit_new:
 * @label: what it does, in the user's language and in the words of a menu entry: "Move card"
 *
 * Returns: (transfer full): an edit that does nothing yet
 */
WayEdit *
way_edit_new (const char *label)
{
  WayEdit *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (WayEdit, 1);
  g_atomic_ref_count_init (&self->references);
  self->label = g_strdup (label);
  self->operations = g_array_new (FALSE, FALSE, sizeof (WayEditOperation));
  g_array_set_clear_func (self->operations, clear_operation);
  return self;
}

WayEdit *
way_edit_ref (WayEdit *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
way_edit_unref (WayEdit *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->operations);
  g_free (self->label);
  g_free (self);
}

/**
 * way_edit_put:
 * @self: an edit
 * @record: a record; it is sealed
 *
 * Adds: put @record in the workspace, new or in the place of the record with its id.
 */
void
way_edit_put (WayEdit   *self,
              WayRecord *record)
{
  WayEditOperation operation = {
    .put = g_object_ref (record),
    .kind = way_record_get_kind (record),
    .id = way_record_get_id (record),
  };

  way_record_seal (record);
  g_array_append_val (self->operations, operation);
}

/**
 * way_edit_drop:
 * @self: an edit
 * @kind: the kind of the record
 * @id: its id
 *
 * Adds: take the record out of the workspace, and with it what it holds and what cannot be without it.
 */
void
way_edit_drop (WayEdit    *self,
               WayKind     kind,
               const char *id)
{
  WayEditOperation operation = { .kind = kind, .id = g_strdup (id) };

  g_array_append_val (self->operations, operation);
}

const char *
way_edit_get_label (WayEdit *self)
{
  return self->label;
}

guint
way_edit_get_length (WayEdit *self)
{
  return self->operations->len;
}

const WayEditOperation *
way_edit_get_operation (WayEdit *self,
                        guint    index)
{
  g_return_val_if_fail (index < self->operations->len, NULL);

  return &g_array_index (self->operations, WayEditOperation, index);
}
