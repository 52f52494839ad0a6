/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workspaces of every kind, made up from the field tables, as the JSON that they should be exported as. */
#include "way-random-workspace.h"

#include "model/way-schema.h"

#include <math.h>

/* A record that is to be, and its JSON. */
typedef struct _Thing Thing;
struct _Thing
{
  const WayKindInfo *info;
  Thing *holder;              /* nullable */
  const char *list;
  const char *choice;         /* of a map: its kind */
  char *id;
  JsonObject *object;         /* nullable: it turned out that it cannot be */
  glong length;               /* of a story: its text's */
};

typedef struct
{
  GRand *rand;
  guint most;
  GPtrArray *things;
} Maker;

static void
thing_free (gpointer data)
{
  Thing *thing = data;

  g_clear_pointer (&thing->object, json_object_unref);
  g_free (thing->id);
  g_free (thing);
}

static guint
below (Maker *self,
       guint  end)
{
  return g_rand_int_range (self->rand, 0, end);
}

static char *
make_text (Maker *self)
{
  static const char *const bits[] = {
    "Home again", "a", " ", "مرحبا بالعالم", "שלום", "你好", "नमस्ते", "e\xcc\x81", "👩🏽‍🦽‍➡️", "🏳️‍🌈", "“quoted”", "\"", "\\", "/", "\n", "\t",
    "\r", "<b>&amp;</b>", "</script>", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xef\xbb\xbf", "\xf4\x8f\xbf\xbf", "\x01", "\x7f", "\x1f", "\xe2\x80\xae",
    "null", "0", "%s%n", "'; drop table card; --", "\\u0000", "Gwilym ap Rhys, Ysbyty’r Llan", "\xef\xbf\xbf",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  guint count = 1 + below (self, 6);

  while (count-- > 0)
    g_string_append (text, bits[below (self, G_N_ELEMENTS (bits))]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
make_date (Maker *self)
{
  return g_strdup_printf ("%04u-%02u-%02u", 1990 + below (self, 60), 1 + below (self, 12), 1 + below (self, 28));
}

static double
make_number (Maker          *self,
             const WayField *field)
{
  double low = field->low < field->high ? field->low : -1e6, high = field->low < field->high ? field->high : 1e6;
  double number;

  if (field->type == WAY_FIELD_WHOLE)
    return floor (g_rand_double_range (self->rand, ceil (low), MIN (high, low + 40) + 1) * (1 - 1e-9));
  switch (below (self, 4))
    {
    case 0:
      return ceil (low) + below (self, MIN (floor (high) - ceil (low), 30));
    case 1:
      number = (low + high) / 2 + 0.1;
      break;
    case 2:
      number = g_rand_double (self->rand) * 1e-9;
      break;
    default:
      number = g_rand_double_range (self->rand, low, high);
      break;
    }
  return CLAMP (number, low, high);
}

static void
set_number (JsonObject *object,
            const char *key,
            double      number)
{
  if (number == floor (number))
    json_object_set_int_member (object, key, number);
  else
    json_object_set_double_member (object, key, number);
}

static guint64
targets_of (const WayField *field)
{
  return field->target != WAY_KIND_NONE ? G_GUINT64_CONSTANT (1) << field->target : field->targets;
}

static Thing *
find_holder (Thing   *thing,
             WayKind  kind)
{
  for (thing = thing->holder; thing != NULL && thing->info->kind != kind;)
    thing = thing->holder;
  return thing;
}

/* Something that is already made and may stand in @field of @thing. */
static Thing *
choose_target (Maker          *self,
               Thing          *thing,
               const WayField *field)
{
  WayKind held_by = field->target != WAY_KIND_NONE ? way_kind_get_info (field->target)->within : WAY_KIND_NONE;
  Thing *holder = held_by != WAY_KIND_NONE ? find_holder (thing, held_by) : NULL;
  g_autoptr (GPtrArray) fit = g_ptr_array_new ();

  for (guint i = 0; i < self->things->len; i++)
    {
      Thing *other = g_ptr_array_index (self->things, i);

      if (other->object != NULL && (targets_of (field) & G_GUINT64_CONSTANT (1) << other->info->kind) != 0 && other != thing &&
          (holder == NULL || other->holder == holder))
        g_ptr_array_add (fit, other);
    }
  return fit->len > 0 ? fit->pdata[below (self, fit->len)] : NULL;
}

static void
set_texts (Maker          *self,
           JsonObject     *object,
           const WayField *field)
{
  JsonArray *array = json_array_new ();

  for (guint count = 1 + below (self, 3); count > 0; count--)
    {
      g_autofree char *text = make_text (self);

      json_array_add_string_element (array, text);
    }
  json_object_set_array_member (object, field->name, array);
}

static void
set_named_texts (Maker          *self,
                 JsonObject     *object,
                 const WayField *field)
{
  static const char *const names[] = { "housing", "money", "work", "company", "Gesundheit", "بيت" };
  JsonObject *aspects = json_object_new ();
  guint first = below (self, 6);

  for (guint count = 1 + below (self, 4); count > 0; count--)
    {
      g_autofree char *text = make_text (self);

      json_object_set_string_member (aspects, names[(first + count) % 6], text);
    }
  json_object_set_object_member (object, field->name, aspects);
}

static const char *
choose_word (Maker          *self,
             Thing          *thing,
             const WayField *field)
{
  guint length = g_strv_length ((GStrv) field->choices);

  if (thing->info->kind == WAY_KIND_MAP && g_str_equal (field->name, "kind"))
    return thing->choice;
  if (thing->info->kind == WAY_KIND_LANE)
    return field->choices[g_str_equal (thing->holder->choice, "journey") ? below (self, 9) : 9 + below (self, length - 9)];
  return field->choices[below (self, length)];
}

static gboolean
set_field (Maker          *self,
           Thing          *thing,
           JsonObject     *object,
           const WayField *field)
{
  g_autofree char *text = NULL;
  Thing *target;

  switch (field->type)
    {
    case WAY_FIELD_TEXTS:
      set_texts (self, object, field);
      return TRUE;
    case WAY_FIELD_NAMED_TEXTS:
      set_named_texts (self, object, field);
      return TRUE;
    case WAY_FIELD_CHOICE:
      json_object_set_string_member (object, field->name, choose_word (self, thing, field));
      return TRUE;
    case WAY_FIELD_NUMBER:
    case WAY_FIELD_WHOLE:
      set_number (object, field->name, make_number (self, field));
      return TRUE;
    case WAY_FIELD_REFERENCE:
      target = choose_target (self, thing, field);
      if (target != NULL)
        json_object_set_string_member (object, field->name, target->id);
      return target != NULL;
    case WAY_FIELD_LABEL:
      if (below (self, 2) == 0)
        {
          json_object_set_int_member (object, field->name, below (self, 9));
          return TRUE;
        }
      break;
    case WAY_FIELD_DATE:
      text = make_date (self);
      break;
    case WAY_FIELD_DONE:
      if (below (self, 2) == 0)
        {
          json_object_set_boolean_member (object, field->name, below (self, 2));
          return TRUE;
        }
      text = make_date (self);
      break;
    case WAY_FIELD_TEXT:
    default:
      break;
    }
  if (text == NULL)
    text = make_text (self);
  json_object_set_string_member (object, field->name, text);
  return TRUE;
}

/* A quote lies in its story; evidence is a story or a quote. */
static gboolean
finish (Maker      *self,
        Thing      *thing,
        JsonObject *object)
{
  if (thing->info->kind == WAY_KIND_STORY)
    thing->length = json_object_has_member (object, "text")
                      ? g_utf8_strlen (json_object_get_string_member (object, "text"), -1) : 0;
  if (thing->info->kind == WAY_KIND_QUOTE)
    {
      guint start;

      if (thing->holder->length == 0)
        return FALSE;
      start = below (self, thing->holder->length);
      json_object_set_int_member (object, "start", start);
      json_object_set_int_member (object, "end", start + 1 + below (self, thing->holder->length - start));
    }
  if (thing->info->kind == WAY_KIND_EVIDENCE)
    {
      gboolean story = json_object_has_member (object, "story"), quote = json_object_has_member (object, "quote");

      if (story && quote)
        json_object_remove_member (object, "quote");
      return story || quote;
    }
  return TRUE;
}

static void
fill (Maker *self,
      Thing *thing)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *inner = NULL;

  if (thing->holder != NULL && thing->holder->object == NULL)
    return;
  for (guint i = 0; i < thing->info->n_fields; i++)
    {
      const WayField *field = &thing->info->fields[i];
      gboolean required = (field->flags & WAY_FIELD_REQUIRED) != 0;

      if (!required && below (self, 10) < 3)
        continue;
      if (field->object != NULL && inner == NULL)
        json_object_set_object_member (object, field->object, inner = json_object_new ());
      if (!set_field (self, thing, field->object != NULL ? inner : object, field) && required)
        return;
    }
  if (!finish (self, thing, object))
    return;
  if (!thing->info->anonymous && thing->info->kind != WAY_KIND_WORKSPACE)
    json_object_set_string_member (object, "id", thing->id);
  thing->object = g_steal_pointer (&object);
}

static void
plan (Maker             *self,
      const WayKindInfo *info,
      Thing             *holder)
{
  for (guint i = 0; i < info->n_children; i++)
    {
      const WayChildren *children = &info->children[i];

      if (children->only_for != NULL && !g_str_equal (children->only_for, holder->choice))
        continue;
      for (guint count = below (self, self->most + 1); count > 0; count--)
        {
          Thing *thing = g_new0 (Thing, 1);

          thing->info = way_kind_get_info (children->kind);
          thing->holder = holder;
          thing->list = children->key;
          thing->choice = (const char *const[]) { "journey", "pathway", "assets" }[below (self, 3)];
          thing->id = g_strdup_printf ("%s%c%u", thing->info->name, "._-"[below (self, 3)], self->things->len);
          g_ptr_array_add (self->things, thing);
          plan (self, thing->info, thing);
        }
    }
}

static void
attach (Thing      *thing,
        JsonObject *root)
{
  JsonObject *holder = thing->holder != NULL ? thing->holder->object : root;
  JsonArray *list;

  if (thing->object == NULL)
    return;
  if (!json_object_has_member (holder, thing->list))
    json_object_set_array_member (holder, thing->list, json_array_new ());
  list = json_object_get_array_member (holder, thing->list);
  if (thing->info->kind == WAY_KIND_QUOTE_THEME)
    json_array_add_string_element (list, json_object_get_string_member (thing->object, "theme"));
  else
    json_array_add_object_element (list, json_object_ref (thing->object));
}

/**
 * way_random_workspace_new:
 * @seed: the same seed makes the same workspace
 * @most: how long lists get, at most
 *
 * Returns: (transfer full): a workspace that breaks no rule
 */
JsonNode *
way_random_workspace_new (guint32 seed,
                          guint   most)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (thing_free);
  Maker self = { .rand = rand, .most = most, .things = things };
  Thing workspace = { .info = way_kind_get_info (WAY_KIND_WORKSPACE) };
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *root = json_object_new ();

  plan (&self, workspace.info, NULL);
  for (WayKind kind = WAY_KIND_ORGANISATION; kind < WAY_N_KINDS; kind++)
    for (guint i = 0; i < things->len; i++)
      {
        Thing *thing = g_ptr_array_index (things, i);

        if (thing->info->kind == kind && kind != WAY_KIND_FLAG)
          fill (&self, thing);
      }
  for (guint i = 0; i < things->len; i++)
    if (((Thing *) things->pdata[i])->info->kind == WAY_KIND_FLAG)
      fill (&self, things->pdata[i]);
  json_object_set_int_member (root, "waymark", 1);
  fill (&self, &workspace);
  if (json_object_get_size (workspace.object) > 0)
    json_object_set_object_member (root, "workspace", g_steal_pointer (&workspace.object));
  g_clear_pointer (&workspace.object, json_object_unref);
  for (guint i = 0; i < things->len; i++)
    attach (g_ptr_array_index (things, i), root);
  json_node_take_object (node, root);
  return node;
}
