/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates of one's own: files in the interchange format in the user's data folder, each the frame of a map. */
#include "app/way-own-templates.h"

#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-id.h"
#include "exchange/way-json-template.h"

#include <glib/gstdio.h>

#define LARGEST (1 << 20)     /* bytes of a file that is read */
#define MOST 200              /* files that are looked at */

struct _WayOwnTemplate
{
  GObject parent_instance;

  char *name, *title;
};

G_DEFINE_FINAL_TYPE (WayOwnTemplate, way_own_template, G_TYPE_OBJECT)

static void
way_own_template_finalize (GObject *object)
{
  WayOwnTemplate *self = WAY_OWN_TEMPLATE (object);

  g_free (self->name);
  g_free (self->title);

  G_OBJECT_CLASS (way_own_template_parent_class)->finalize (object);
}

static void
way_own_template_class_init (WayOwnTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_own_template_finalize;
}

static void
way_own_template_init (WayOwnTemplate *self)
{
}

const char *
way_own_template_get_name (WayOwnTemplate *self)
{
  return self->name;
}

const char *
way_own_template_get_title (WayOwnTemplate *self)
{
  return self->title;
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "waymark", "templates", NULL);
}

/* Of a template by its name, which may have come from anywhere: a file of the folder, and nothing else. */
static char *
dup_path (const char *name)
{
  g_autofree char *folder = dup_folder ();
  const char *file = g_str_has_prefix (name, WAY_OWN_TEMPLATE_PREFIX) ? name + strlen (WAY_OWN_TEMPLATE_PREFIX) : "";

  if (!g_str_has_suffix (file, ".json") || *file == '.' || strchr (file, G_DIR_SEPARATOR) != NULL)
    return NULL;
  return g_build_filename (folder, file, NULL);
}

static GBytes *
load (const char *path)
{
  GStatBuf info;
  char *text;
  gsize length;

  /* What is no file could be waited for for ever. */
  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > LARGEST || !g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  return g_bytes_new_take (text, length);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const WayOwnTemplate *first = a, *second = b;
  int order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : strcmp (first->name, second->name);
}

static void
add (GListStore *store,
     const char *folder,
     const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GBytes) bytes = load (path);
  g_autofree char *title = bytes != NULL ? way_json_template_dup_title (bytes) : NULL;
  g_autoptr (WayOwnTemplate) template = NULL;

  if (title == NULL)
    return;
  template = g_object_new (WAY_TYPE_OWN_TEMPLATE, NULL);
  template->name = g_strconcat (WAY_OWN_TEMPLATE_PREFIX, file, NULL);
  template->title = g_steal_pointer (&title);
  g_list_store_insert_sorted (store, template, compare, NULL);
}

static GListStore *
get_store (void)
{
  static GListStore *store;

  if (store == NULL)
    store = g_list_store_new (WAY_TYPE_OWN_TEMPLATE);
  return store;
}

/**
 * way_own_templates_refresh:
 *
 * Looks what there is now. What is no template is passed over.
 */
void
way_own_templates_refresh (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GListStore *store = get_store ();
  const char *file;

  g_list_store_remove_all (store);
  for (guint i = 0; dir != NULL && i < MOST && (file = g_dir_read_name (dir)) != NULL; i++)
    if (g_str_has_suffix (file, ".json") && *file != '.' && g_utf8_validate (file, -1, NULL))
      add (store, folder, file);
}

/**
 * way_own_templates_get:
 *
 * Returns: (transfer none): the templates of one's own, which changes as they do
 */
GListModel *
way_own_templates_get (void)
{
  static gboolean read;

  if (!read)
    {
      read = TRUE;
      way_own_templates_refresh ();
    }
  return G_LIST_MODEL (get_store ());
}

/**
 * way_own_templates_save:
 * @title: what it is called
 * @bytes: what [func@json_template_write] gave
 * @error: where a #WayError goes
 *
 * Keeps a template, for nobody else to read.
 *
 * Returns: whether it is there
 */
gboolean
way_own_templates_save (const char  *title,
                        GBytes      *bytes,
                        GError     **error)
{
  g_autofree char *folder = dup_folder (), *id = way_id_new (), *file = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) reason = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &reason))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_READ_ONLY, _("The template “%s” could not be kept."), title);
      return FALSE;
    }
  way_own_templates_refresh ();
  return TRUE;
}

/**
 * way_own_templates_remove:
 * @name: the name of a template of one's own
 * @error: where a #WayError goes
 *
 * Moves a template to the trash, and where there is none, deletes it.
 *
 * Returns: whether it is gone
 */
gboolean
way_own_templates_remove (const char  *name,
                          GError     **error)
{
  g_autofree char *path = dup_path (name);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  gboolean gone = file != NULL && (g_file_trash (file, NULL, NULL) || g_file_delete (file, NULL, NULL));

  way_own_templates_refresh ();
  if (!gone)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FAILED, _("The template could not be removed."));
  return gone;
}

/**
 * way_own_templates_load:
 * @name: the name of a template of one's own
 * @error: where a #WayError goes
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
way_own_templates_load (const char  *name,
                        GError     **error)
{
  g_autofree char *path = dup_path (name);
  g_autoptr (GBytes) bytes = path != NULL ? load (path) : NULL;
  g_autofree char *title = bytes != NULL ? way_json_template_dup_title (bytes) : NULL;

  if (title != NULL)
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("The template is gone."));
  return NULL;
}
