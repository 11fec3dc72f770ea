/* hs-node.c: a tree of whitelisted nodes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-node.h"

/* Nodes are allocated so many at a time; a fragment seldom has more. */
#define POOL_SIZE 128

/**
 * hs_tree_new:
 *
 * Returns: (transfer full): an empty tree with a root
 */
HsTree *
hs_tree_new (void)
{
  HsTree *self = g_new0 (HsTree, 1);

  self->metas = g_hash_table_new (g_str_hash, g_str_equal);
  self->alternates = g_ptr_array_new_with_free_func (g_free);
  self->data = g_ptr_array_new ();
  self->strings = g_string_chunk_new (4096);
  self->pool = g_ptr_array_new_with_free_func (g_free);
  self->pool_used = POOL_SIZE;
  self->root = hs_tree_append (self, NULL, HS_TAG_ROOT);
  return self;
}

/**
 * hs_tree_free:
 * @self: (transfer full) (nullable): a tree, with all its nodes
 */
void
hs_tree_free (HsTree *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->metas);
  g_ptr_array_unref (self->alternates);
  g_ptr_array_unref (self->data);
  g_ptr_array_unref (self->pool);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * hs_tree_append:
 * @self: a tree
 * @parent: (nullable): where to append; %NULL only for the root
 * @tag: what it is
 *
 * Returns: (transfer none): the new node, which lives as long as the tree
 */
HsNode *
hs_tree_append (HsTree *self,
                HsNode *parent,
                HsTag   tag)
{
  HsNode *node;

  if (self->pool_used == POOL_SIZE)
    {
      g_ptr_array_add (self->pool, g_new0 (HsNode, POOL_SIZE));
      self->pool_used = 0;
    }
  node = (HsNode *) g_ptr_array_index (self->pool, self->pool->len - 1) + self->pool_used++;
  node->tag = tag;
  node->index = self->n_nodes++;
  node->parent = parent;
  if (parent != NULL)
    {
      node->previous = parent->last;
      if (parent->last != NULL)
        parent->last->next = node;
      else
        parent->first = node;
      parent->last = node;
    }
  return node;
}

/**
 * hs_tree_nth:
 * @self: a tree
 * @index: less than its `n_nodes`
 *
 * Returns: (transfer none): the node of that [field@HsNode.index]
 */
HsNode *
hs_tree_nth (const HsTree *self,
             guint         index)
{
  g_return_val_if_fail (index < self->n_nodes, NULL);

  return (HsNode *) g_ptr_array_index (self->pool, index / POOL_SIZE) + index % POOL_SIZE;
}

/**
 * hs_node_next:
 * @node: a node
 * @within: the walk stays below it
 *
 * Document order without recursion.
 *
 * Returns: (transfer none) (nullable): the next node, or %NULL at the end
 */
HsNode *
hs_node_next (const HsNode *node,
              const HsNode *within)
{
  if (node->first != NULL)
    return node->first;
  while (node != within)
    {
      if (node->next != NULL)
        return node->next;
      node = node->parent;
    }
  return NULL;
}

/**
 * hs_tag_is_inline:
 * @tag: what a node is
 *
 * Returns: whether it stands within a line and does not begin another
 */
gboolean
hs_tag_is_inline (HsTag tag)
{
  return tag == HS_TAG_TEXT || tag == HS_TAG_LINK || tag == HS_TAG_INLINE || tag == HS_TAG_TIME
         || tag == HS_TAG_BREAK || tag == HS_TAG_IMAGE;
}
