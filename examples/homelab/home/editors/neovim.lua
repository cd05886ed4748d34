vim.g.mapleader = " "
vim.opt.termguicolors = true
vim.opt.number = true
vim.opt.expandtab = true
vim.opt.shiftwidth = 2
vim.opt.undofile = true

require("gitsigns").setup()
require("lualine").setup()

local telescope = require("telescope.builtin")
vim.keymap.set("n", "<leader>f", telescope.find_files, { desc = "Find a file" })
vim.keymap.set("n", "<leader>/", telescope.live_grep, { desc = "Find a text" })

-- On machines without nvim-lspconfig there are no servers to start.
if pcall(require, "lspconfig") then
  for _, server in ipairs({ "gopls", "nil_ls", "pyright", "terraformls", "ts_ls" }) do
    if vim.lsp.enable then
      vim.lsp.enable(server)
    else
      require("lspconfig")[server].setup({})
    end
  end
end
